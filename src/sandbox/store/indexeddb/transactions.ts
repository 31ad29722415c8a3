import { mostSignInsPerBrowser, signInKept, signInShares, sweptAtOnce } from '../../limits.ts';
import { signInUsage } from '../sign-in-shares.ts';
import type { Store } from '../store.ts';
import { readCount } from './counts.ts';
import type { Connection } from './database.ts';
import { readStored, transactionSchema } from './schemas.ts';
import { addRow, boundShare, dropRow } from './shares.ts';

const stores = ['transactions', 'counts'] as const;

/** Authorization requests that wait for their user. */
export function createTransactionStore({ run }: Connection) {
  const verbs: Store['transactions'] = {
    add: (record) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const share = record.caller;
        await addRow(transaction, 'transactions', { share, row: { transaction: record } });
        const own = transaction.objectStore('transactions').index('byOwner');
        const owner: [string, string] = [share, record.browser];
        for (let left = await own.count(owner); left > mostSignInsPerBrowser; left -= 1) {
          const oldest = await own.get(owner);
          if (oldest) await dropRow(transaction, 'transactions', oldest);
        }
        await boundShare(transaction, 'transactions', { share, bound: signInShares[share] });
        await transaction.done;
      }),
    get: (id) =>
      run(async (database) => {
        const row = await database.getFromIndex('transactions', 'byId', id);
        return row && readStored(transactionSchema, row.transaction);
      }),
    take: (id) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const row = await transaction.objectStore('transactions').index('byId').get(id);
        if (row) await dropRow(transaction, 'transactions', row);
        await transaction.done;
        return row && readStored(transactionSchema, row.transaction);
      }),
  };
  return {
    verbs,
    usage: () =>
      run(async (database) => {
        const keys = Object.keys(signInShares).map((share) => ['transactions', share] as const);
        const counts = await Promise.all(
          keys.map(async ([store, share]) => {
            const value = await database.get('counts', [store, share]);
            return [share, readCount(value)] as const;
          }),
        );
        const used = new Map<string, ReturnType<typeof readCount>>(counts);
        return signInUsage((share) => used.get(share) ?? readCount(undefined));
      }),
    sweep: (now: number) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const old = IDBKeyRange.upperBound(now - signInKept, true);
        const index = transaction.objectStore('transactions').index('byTime');
        for (const row of await index.getAll(old, sweptAtOnce)) {
          await dropRow(transaction, 'transactions', row);
        }
        await transaction.done;
      }),
  };
}
