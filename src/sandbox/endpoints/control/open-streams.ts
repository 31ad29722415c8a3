import { openStreams } from '../../limits.ts';
import type { StreamCounter } from '../../context.ts';
import type { Caller } from '../../wire/caller.ts';

/** A count of the event streams that are open. */
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
