import { rateCounters } from '../../limits.ts';
import { copyRecord } from '../copy-record.ts';
import type { RateRecord } from '../records.ts';
import type { Store } from '../store.ts';
import type { ShelfUsage } from '../usage.ts';
import { ShareShelf } from './shares.ts';

/** Counts of the rate limits. */
export function createRateShelf() {
  const shelf = new ShareShelf<{ key: string; rate: RateRecord }>({
    shareOf: () => 'all',
    boundOf: () => rateCounters,
  });
  const verbs: Store['rates'] = {
    update: async (key, change) => {
      const rate = change(shelf.delete(key)?.rate);
      // Put behind all others, so that the first to go is the one that waited longest.
      const copy = copyRecord(key);
      shelf.set(copy, { key: copy, rate });
      return rate;
    },
  };
  return {
    verbs,
    usage: (): ShelfUsage => ({ name: 'rate-counters', used: shelf.used(), of: rateCounters }),
    clear: () => shelf.clear(),
  };
}
