import type { Store } from '../store.ts';
import type { Connection } from './database.ts';
import { kept, rateSchema } from './schemas.ts';

const most = 1000;

/** Counts of the rate limit, by app and group. */
export function createRateShelf({ run }: Connection): Pick<Store, 'rates'> {
  return {
    rates: {
      /** `change` may not wait: the transaction would end under it. */
      update: (key, change) =>
        run(async (database) => {
          const { store, done } = database.transaction('rates', 'readwrite');
          const row = await store.index('byKey').get(key);
          const rate = change(row && kept(rateSchema, row.rate));
          // A new place, so that the first of a full shelf is the one that waited longest.
          if (row?.place !== undefined) await store.delete(row.place);
          const place = await store.add({ key, rate });
          await store.delete(IDBKeyRange.upperBound(place - most));
          await done;
          return rate;
        }),
    },
  };
}
