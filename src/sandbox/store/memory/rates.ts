import { rateCounters } from '../../limits.ts';
import { copyRecord } from '../copy-record.ts';
import type { RateRecord } from '../records.ts';
import type { Store } from '../store.ts';
import type { Usage } from '../usage.ts';
import { SharedStore } from './shares.ts';

/** Counts of the rate limits. */
export function createRateStore() {
  const entries = new SharedStore<{ key: string; rate: RateRecord }>({
    shareOf: () => 'all',
    boundOf: () => rateCounters,
  });
  const verbs: Store['rates'] = {
    update: async (key, change) => {
      const rate = change(entries.delete(key)?.rate);
      // Put behind all others, so that the first to go is the one that waited longest.
      const copy = copyRecord(key);
      entries.set(copy, { key: copy, rate });
      return rate;
    },
  };
  return {
    verbs,
    usage: (): Usage => ({ name: 'rate-counters', used: entries.used(), of: rateCounters }),
    clear: () => entries.clear(),
  };
}
