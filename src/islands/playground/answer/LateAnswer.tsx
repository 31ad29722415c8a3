import type { JSX } from 'preact';
import type { KnownValue } from '#islands/parts/tint.ts';
import { useLate } from '../late.ts';
import type { Desk } from '../model/desk.ts';
import type { Playground } from '../model/types.ts';

export interface AfterProps {
  playground: Playground;
  desk: Desk;
  known: readonly KnownValue[];
  level: 'h3' | 'h4';
  onMoved: () => void;
}

/** What a step left behind and the way on, loaded with the first answer. */
export function LateAnswer(props: AfterProps): JSX.Element | null {
  const { playground } = props;
  const After = useLate<AfterProps>(
    () => playground.busy.value || playground.answer.value.kind !== 'none',
    async () => (await import('./After.tsx')).After,
  );
  return After ? <After {...props} /> : null;
}
