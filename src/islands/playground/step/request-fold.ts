import { useComputed, useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { StepAnswer } from '../model/kept-state.ts';
import type { Playground } from '../model/playground.ts';

/** The request's place in the card: an answer takes it, until the reader wants to edit and send again. */
export interface RequestFold {
  /** The rows are on screen. */
  readonly open: ReadonlySignal<boolean>;
  /** They are, at the reader's wish: the answer can have the place back. */
  readonly asked: ReadonlySignal<boolean>;
  unfold(): void;
  fold(): void;
}

/**
 * Each answer folds the request again, also one that came to the same step. A sign-in that was left
 * came to nothing: its request stays.
 */
export function useRequestFold({ request, step, next }: Playground): RequestFold {
  const { answer } = request;
  const kept = useSignal<StepAnswer | undefined>(undefined);
  const asked = useComputed(() => kept.value !== undefined && kept.value === answer.value);
  const open = useComputed(() => {
    const { value } = answer;
    if (value.kind === 'none' || asked.value) return true;
    const went = value.kind === 'exchange' && value.outcome === 'done';
    return went && step.value.definition.kind === 'navigate' && next.value === undefined;
  });
  return {
    open,
    asked,
    unfold: () => (kept.value = answer.peek()),
    fold: () => (kept.value = undefined),
  };
}
