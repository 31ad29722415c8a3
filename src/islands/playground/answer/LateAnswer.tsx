import type { JSX } from 'preact';
import type { KnownValue } from '#islands/parts/tint.ts';
import { useLate } from '../late.ts';
import type { Playground } from '../model/types.ts';

interface Props {
  playground: Playground;
  known: readonly KnownValue[];
  level: 'h3' | 'h4';
}

/** What a step left behind, loaded with the first answer. */
export function LateAnswer(props: Props): JSX.Element | null {
  const { playground } = props;
  const Answer = useLate<Props>(
    () => playground.busy.value || playground.answer.value.kind !== 'none',
    async () => (await import('./Answer.tsx')).Answer,
  );
  return Answer ? <Answer {...props} /> : null;
}
