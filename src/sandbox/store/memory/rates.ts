import type { RateRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { dropOldest } from './bounded.ts';

const mostCounts = 1000;

/** Counts of the rate limit, by app and group. */
export function createRateShelf() {
  const counts = new Map<string, RateRecord>();
  const verbs: Store['rates'] = {
    update: async (key, change) => {
      const next = change(counts.get(key));
      // Taken out first, so that the oldest of a full shelf is the one that waited longest.
      counts.delete(key);
      counts.set(key, next);
      dropOldest(counts, mostCounts);
      return next;
    },
  };
  return { verbs, clear: () => counts.clear() };
}
