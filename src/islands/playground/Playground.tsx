import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { sandboxReady } from '#islands/host/ready.ts';
import { browserSurroundings } from './model/browser-surroundings.ts';
import { createPlayground } from './model/playground.ts';
import { View } from './View.tsx';

/**
 * The flow, run live. Rendered on the server as step 1, so that it reads before
 * it is alive; in the browser it takes up what the tab kept.
 *
 * @param props.layout `inline` between the paragraphs of a guide, `full` on a page of its own
 */
export function Playground({ layout }: { layout: 'inline' | 'full' }): JSX.Element {
  const playground = useMemo(() => createPlayground(browserSurroundings()), []);
  useEffect(() => {
    let isShown = true;
    // Until somebody answers the sandbox's requests there is nothing to press.
    void sandboxReady().then(() => isShown && playground.start());
    return () => {
      isShown = false;
      playground.dispose();
    };
  }, [playground]);
  return <View playground={playground} layout={layout} />;
}
