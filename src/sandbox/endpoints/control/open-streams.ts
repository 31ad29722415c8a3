import { openStreams } from '../../limits.ts';
import type { Caller } from '../../wire/caller.ts';

/** Counts the event streams that are open, of each kind of caller apart. */
export interface StreamCounter {
  /** Room for one more: the way to give it back, or undefined when there is none. */
  enter(caller: Caller): (() => void) | undefined;
}

export function createStreamCounter(): StreamCounter {
  const open: Record<Caller, number> = { page: 0, program: 0, stranger: 0 };
  return {
    enter(caller) {
      if (open[caller] >= openStreams[caller]) return undefined;
      open[caller] += 1;
      let isBack = false;
      return () => {
        if (!isBack) open[caller] -= 1;
        isBack = true;
      };
    },
  };
}
