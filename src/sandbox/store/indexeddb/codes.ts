import { codeKept, codesInAll, codesPerApp, sweptAtOnce } from '../../limits.ts';
import type { CodeRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { isBeyond } from '../usage.ts';
import type { Usage } from '../usage.ts';
import { type CountingTransaction, largestShare, readCount } from './counts.ts';
import type { Connection } from './database.ts';
import { codeSchema, readStored } from './schemas.ts';
import { addRow, boundShare, dropRow, replaceRow } from './shares.ts';

const stores = ['codes', 'counts'] as const;

/** Beyond the bound of all apps, the app that holds the most loses its oldest. */
async function boundAll(transaction: CountingTransaction): Promise<void> {
  const counts = transaction.objectStore('counts');
  while (isBeyond(readCount(await counts.get(['codes'])), codesInAll)) {
    const share = await largestShare(transaction, 'codes');
    const index = transaction.objectStore('codes').index('byShare');
    const oldest = share === undefined ? undefined : await index.get(share);
    if (!oldest) return;
    await dropRow(transaction, 'codes', oldest);
  }
}

/** Authorization codes, spent ones among them as tombstones. */
export function createCodeStore({ run }: Connection) {
  /** Changes the record of a code where `change` says so; answers the record as it was, if it did. */
  const update = (code: string, change: (record: CodeRecord) => CodeRecord | undefined) =>
    run(async (database) => {
      const transaction = database.transaction(stores, 'readwrite');
      const before = await transaction.objectStore('codes').index('byCode').get(code);
      const next = before && change(before.code);
      if (next) {
        const row = { code: next };
        await replaceRow(transaction, 'codes', { before, share: before.share, row });
      }
      await transaction.done;
      return next && before.code;
    });

  const verbs: Store['codes'] = {
    add: (code) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const share = code.clientId;
        await addRow(transaction, 'codes', { share, row: { code } });
        await boundShare(transaction, 'codes', { share, bound: codesPerApp });
        await boundAll(transaction);
        await transaction.done;
      }),
    get: (code) =>
      run(async (database) => {
        const row = await database.getFromIndex('codes', 'byCode', code);
        return row && readStored(codeSchema, row.code);
      }),
    spend: async (code, at) => {
      const mine = await update(code, (record) =>
        record.spentAt === undefined ? { ...record, spentAt: at } : undefined,
      );
      return mine !== undefined;
    },
    setSession: async (code, sessionId) => {
      const before = await update(code, (record) => ({ ...record, sessionId }));
      return !before?.replayed;
    },
    markReplayed: async (code) => {
      const before = await update(code, (record) => ({ ...record, replayed: true }));
      return before?.sessionId;
    },
  };
  return {
    verbs,
    usage: () =>
      run(async (database): Promise<Usage> => {
        const used = readCount(await database.get('counts', ['codes']));
        return { name: 'codes', used, of: codesInAll };
      }),
    /** @param longest milliseconds that any policy in force keeps a code, tombstone included */
    sweep: (now: number, longest: number) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const old = IDBKeyRange.upperBound(now - Math.max(longest, codeKept), true);
        const index = transaction.objectStore('codes').index('byTime');
        for (const row of await index.getAll(old, sweptAtOnce)) {
          await dropRow(transaction, 'codes', row);
        }
        await transaction.done;
      }),
  };
}
