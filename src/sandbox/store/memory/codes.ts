import { codeKept, codesInAll, codesPerApp } from '../../limits.ts';
import { copyRecord } from '../copy-record.ts';
import type { CodeRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { type ShelfUsage, isBeyond } from '../usage.ts';
import { ShareShelf } from './shares.ts';

/** Authorization codes, spent ones among them as tombstones. */
export function createCodeShelf() {
  const shelf = new ShareShelf<CodeRecord>({
    shareOf: ({ clientId }) => clientId,
    boundOf: () => codesPerApp,
  });
  const verbs: Store['codes'] = {
    add: async (code) => {
      shelf.set(code.code, copyRecord(code));
      while (isBeyond(shelf.used(), codesInAll)) {
        shelf.delete(shelf.oldestOf(shelf.largest() ?? '') ?? '');
      }
    },
    get: async (code) => shelf.get(code),
    spend: async (code, at) => {
      const record = shelf.get(code);
      if (!record || record.spentAt !== undefined) return false;
      shelf.set(code, { ...record, spentAt: at });
      return true;
    },
    setSession: async (code, sessionId) => {
      const record = shelf.get(code);
      if (record) shelf.set(code, { ...record, sessionId });
      return !record?.replayed;
    },
    noteReplay: async (code) => {
      const record = shelf.get(code);
      if (record) shelf.set(code, { ...record, replayed: true });
      return record?.sessionId;
    },
  };
  return {
    verbs,
    usage: (): ShelfUsage => ({ name: 'codes', used: shelf.used(), of: codesInAll }),
    /** @param longest milliseconds that any policy in force keeps a code, tombstone included */
    sweep: (now: number, longest: number) => {
      const kept = Math.max(longest, codeKept);
      shelf.dropWhile(({ issuedAt }) => now - issuedAt > kept);
    },
    removeApp: (clientId: string) => shelf.dropShare(clientId),
    clear: () => shelf.clear(),
  };
}
