import type { JSX } from 'preact';
import type { KnownValue } from '#islands/parts/tint.ts';
import { useLate } from '../late.ts';
import type { Playground } from '../model/types.ts';

export interface RequestProps {
  playground: Playground;
  known: readonly KnownValue[];
  announce: (message: string) => void;
  level: 'h3' | 'h4';
}

/** The request to edit, loaded with the first step that has one: every flow begins with one that has none. */
export function LateRequest(props: RequestProps): JSX.Element | null {
  const { playground } = props;
  const Parts = useLate<RequestProps>(
    () => playground.step.value.definition.request !== undefined,
    async () => (await import('./RequestParts.tsx')).RequestParts,
  );
  return Parts ? <Parts {...props} /> : null;
}
