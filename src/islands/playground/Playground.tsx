import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { FlowDefinition } from '#flows/flow.ts';
import { sandboxReady } from '#islands/host/ready.ts';
import { browserSurroundings } from './model/browser-surroundings.ts';
import { createDesk } from './model/desk.ts';
import { View } from './View.tsx';

export function Playground({
  layout,
  flow,
  terminal,
}: {
  layout: 'inline' | 'full';
  flow: FlowDefinition;
  terminal: string;
}): JSX.Element {
  const desk = useMemo(() => createDesk(browserSurroundings(), flow, layout === 'full'), []);
  useEffect(() => {
    void sandboxReady().then(() => desk.start());
    return () => desk.dispose();
  }, [desk]);
  return <View desk={desk} layout={layout} terminal={terminal} />;
}
