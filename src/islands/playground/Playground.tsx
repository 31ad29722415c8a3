import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { FlowDefinition } from '#flows/flow.ts';
import type { MistakeTitle } from '#flows/mistakes/mistake.ts';
import { sandboxReady } from '#islands/host/ready.ts';
import { browserSurroundings } from './model/browser-surroundings.ts';
import { createDesk } from './model/desk.ts';
import { View } from './View.tsx';

/**
 * A flow, run live. Rendered on the server as its first step, so that it reads before it is alive;
 * in the browser it takes up what the tab kept.
 *
 * @param props.layout `inline` between the paragraphs of a guide, `full` on a page of its own, where
 *   the reader chooses the flow
 * @param props.flow what it begins with: data of the page, so that its script carries no flow
 * @param props.mistakes the titles of its mistakes
 */
export function Playground({
  layout,
  flow,
  mistakes,
}: {
  layout: 'inline' | 'full';
  flow: FlowDefinition;
  mistakes: readonly MistakeTitle[];
}): JSX.Element {
  const desk = useMemo(
    () => createDesk(browserSurroundings(), flow, layout === 'full', mistakes),
    [],
  );
  useEffect(() => {
    let isShown = true;
    // Until somebody answers the sandbox's requests there is nothing to press.
    void sandboxReady().then(() => isShown && desk.start());
    return () => {
      isShown = false;
      desk.dispose();
    };
  }, [desk]);
  return <View desk={desk} layout={layout} />;
}
