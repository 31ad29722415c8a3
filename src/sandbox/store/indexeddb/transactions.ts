import type { Store } from '../store.ts';
import type { Connection } from './database.ts';
import { kept, transactionSchema } from './schemas.ts';

const most = 10_000;
/** A sign-in page that stood open for a day is not coming back. */
const keptMilliseconds = 86_400_000;

/** Authorization requests that wait for their user. */
export function createTransactionShelf({ run }: Connection) {
  const verbs: Store['transactions'] = {
    add: (transaction) =>
      run(async (database) => {
        const { store, done } = database.transaction('transactions', 'readwrite');
        const place = await store.add({ transaction });
        await store.delete(IDBKeyRange.upperBound(place - most));
        await done;
      }),
    get: (id) =>
      run(async (database) => {
        const row = await database.getFromIndex('transactions', 'byId', id);
        return row && kept(transactionSchema, row.transaction);
      }),
    take: (id) =>
      run(async (database) => {
        const { store, done } = database.transaction('transactions', 'readwrite');
        const row = await store.index('byId').get(id);
        if (row?.place !== undefined) await store.delete(row.place);
        await done;
        return row && kept(transactionSchema, row.transaction);
      }),
  };
  return {
    verbs,
    sweep: (now: number) =>
      run(async (database) => {
        const { store, done } = database.transaction('transactions', 'readwrite');
        const old = IDBKeyRange.upperBound(now - keptMilliseconds, true);
        for (const key of await store.index('byTime').getAllKeys(old)) await store.delete(key);
        await done;
      }),
  };
}
