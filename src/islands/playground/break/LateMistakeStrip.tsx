import type { JSX } from 'preact';
import { useLate } from '../late.ts';
import type { Playground } from '../model/types.ts';

interface Props {
  playground: Playground;
  level: 'h3' | 'h4';
}

/** The strip of a mistake, loaded when one is made. */
export function LateMistakeStrip(props: Props): JSX.Element | null {
  const Strip = useLate<Props>(
    () => props.playground.mistake.value !== undefined,
    async () => (await import('./MistakeStrip.tsx')).MistakeStrip,
  );
  return Strip ? <Strip {...props} /> : null;
}
