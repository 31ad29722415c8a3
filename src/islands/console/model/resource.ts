import { type ReadonlySignal, signal } from '@preact/signals';
import type { Answer } from '#islands/sandbox-api/sandbox-api.ts';
import type { Problem } from './notice.ts';

/** Something that the sandbox has: not yet here, here, or kept from before with the reason why it is not newer. */
export interface Loaded<Value> {
  value?: Value;
  problem?: Problem;
  loading: boolean;
}

export interface Resource<Value> {
  state: ReadonlySignal<Loaded<Value>>;
  load(): Promise<Answer<Value>>;
  /** What a call has just answered, so that nothing needs to be asked again. */
  set(value: Value): void;
}

/**
 * Holds what a call answers. Of two loads that run at once the later one counts, and what was there
 * stays while it is loaded anew or cannot be.
 */
export function createResource<Value>(ask: () => Promise<Answer<Value>>): Resource<Value> {
  const state = signal<Loaded<Value>>({ loading: true });
  let newest = 0;
  const keep = (): { value?: Value } => {
    const { value } = state.peek();
    return value === undefined ? {} : { value };
  };
  return {
    state,
    load: async () => {
      newest += 1;
      const own = newest;
      state.value = { ...state.peek(), loading: true };
      const answer = await ask();
      if (own !== newest) return answer;
      state.value =
        answer.kind === 'done'
          ? { value: answer.value, loading: false }
          : { ...keep(), problem: answer, loading: false };
      return answer;
    },
    set: (value) => {
      newest += 1;
      state.value = { value, loading: false };
    },
  };
}
