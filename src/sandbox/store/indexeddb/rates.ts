import { rateCounters } from '../../limits.ts';
import type { Store } from '../store.ts';
import type { Usage } from '../usage.ts';
import { readCount } from './counts.ts';
import type { Connection } from './database.ts';
import { readStored, rateSchema } from './schemas.ts';
import { addRow, boundShare, dropRow } from './shares.ts';

/** Counts of the rate limits. */
export function createRateStore({ run }: Connection) {
  const share = 'all';
  const verbs: Store['rates'] = {
    /** `change` may not wait: the transaction would end under it. */
    update: (key, change) =>
      run(async (database) => {
        const transaction = database.transaction(['rates', 'counts'], 'readwrite');
        const before = await transaction.objectStore('rates').index('byKey').get(key);
        const rate = change(before && readStored(rateSchema, before.rate));
        // A new place, so that the first to go is the one that waited longest.
        if (before) await dropRow(transaction, 'rates', before);
        await addRow(transaction, 'rates', { share, row: { key, rate } });
        await boundShare(transaction, 'rates', { share, bound: rateCounters });
        await transaction.done;
        return rate;
      }),
  };
  return {
    verbs,
    usage: () =>
      run(async (database): Promise<Usage> => {
        const used = readCount(await database.get('counts', ['rates']));
        return { name: 'rate-counters', used, of: rateCounters };
      }),
  };
}
