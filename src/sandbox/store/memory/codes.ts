import { codeKept, codesInAll, codesPerApp } from '../../limits.ts';
import { copyRecord } from '../copy-record.ts';
import type { CodeRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { type Usage, isBeyond } from '../usage.ts';
import { SharedStore } from './shares.ts';

/** Authorization codes, spent ones among them as tombstones. */
export function createCodeStore() {
  const entries = new SharedStore<CodeRecord>({
    shareOf: ({ clientId }) => clientId,
    boundOf: () => codesPerApp,
  });
  const verbs: Store['codes'] = {
    add: async (code) => {
      entries.set(code.code, copyRecord(code));
      while (isBeyond(entries.used(), codesInAll)) {
        entries.delete(entries.oldestOf(entries.largest() ?? '') ?? '');
      }
    },
    get: async (code) => entries.get(code),
    spend: async (code, at) => {
      const record = entries.get(code);
      if (!record || record.spentAt !== undefined) return false;
      entries.set(code, { ...record, spentAt: at });
      return true;
    },
    setSession: async (code, sessionId) => {
      const record = entries.get(code);
      if (record) entries.set(code, { ...record, sessionId });
      return !record?.replayed;
    },
    markReplayed: async (code) => {
      const record = entries.get(code);
      if (record) entries.set(code, { ...record, replayed: true });
      return record?.sessionId;
    },
  };
  return {
    verbs,
    usage: (): Usage => ({ name: 'codes', used: entries.used(), of: codesInAll }),
    /** @param longest milliseconds that any policy in force keeps a code, tombstone included */
    sweep: (now: number, longest: number) => {
      const kept = Math.max(longest, codeKept);
      entries.dropWhile(({ issuedAt }) => now - issuedAt > kept);
    },
    removeApp: (clientId: string) => entries.dropShare(clientId),
    clear: () => entries.clear(),
  };
}
