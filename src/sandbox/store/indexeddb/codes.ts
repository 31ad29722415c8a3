import type { Store } from '../store.ts';
import type { Connection } from './database.ts';
import { codeSchema, kept } from './schemas.ts';

const most = 10_000;
/** At least this long, so that a lifetime which is raised later still finds its code. */
const keptMilliseconds = 3_600_000;

/** Authorization codes, spent ones among them as tombstones. */
export function createCodeShelf({ run }: Connection) {
  const verbs: Store['codes'] = {
    add: (code) =>
      run(async (database) => {
        const { store, done } = database.transaction('codes', 'readwrite');
        const place = await store.add({ code });
        await store.delete(IDBKeyRange.upperBound(place - most));
        await done;
      }),
    get: (code) =>
      run(async (database) => {
        const row = await database.getFromIndex('codes', 'byCode', code);
        return row && kept(codeSchema, row.code);
      }),
    spend: (code, at) =>
      run(async (database) => {
        const { store, done } = database.transaction('codes', 'readwrite');
        const row = await store.index('byCode').get(code);
        const isMine = row !== undefined && row.code.spentAt === undefined;
        if (isMine) await store.put({ ...row, code: { ...row.code, spentAt: at } });
        await done;
        return isMine;
      }),
    setSession: (code, sessionId) =>
      run(async (database) => {
        const { store, done } = database.transaction('codes', 'readwrite');
        const row = await store.index('byCode').get(code);
        if (row) await store.put({ ...row, code: { ...row.code, sessionId } });
        await done;
      }),
  };
  return {
    verbs,
    /** @param longest milliseconds that any policy in force keeps a code, tombstone included */
    sweep: (now: number, longest: number) =>
      run(async (database) => {
        const { store, done } = database.transaction('codes', 'readwrite');
        const old = IDBKeyRange.upperBound(now - Math.max(longest, keptMilliseconds), true);
        for (const key of await store.index('byTime').getAllKeys(old)) await store.delete(key);
        await done;
      }),
  };
}
