import type { CodeRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { dropOldest, dropWhile } from './bounded.ts';

const mostCodes = 10_000;
/** At least this long, so that a lifetime which is raised later still finds its code. */
const keptMilliseconds = 3_600_000;

/** Authorization codes, spent ones among them as tombstones. */
export function createCodeShelf() {
  const codes = new Map<string, CodeRecord>();
  const verbs: Store['codes'] = {
    add: async (code) => {
      codes.set(code.code, code);
      dropOldest(codes, mostCodes);
    },
    get: async (code) => codes.get(code),
    spend: async (code, at) => {
      const record = codes.get(code);
      if (!record || record.spentAt !== undefined) return false;
      codes.set(code, { ...record, spentAt: at });
      return true;
    },
    setSession: async (code, sessionId) => {
      const record = codes.get(code);
      if (record) codes.set(code, { ...record, sessionId });
    },
  };
  return {
    verbs,
    /** @param longest milliseconds that any policy in force keeps a code, tombstone included */
    sweep: (now: number, longest: number) => {
      const kept = Math.max(longest, keptMilliseconds);
      dropWhile(codes, ({ issuedAt }) => now - issuedAt > kept);
    },
    removeApp: (clientId: string) => {
      for (const [key, code] of codes) if (code.clientId === clientId) codes.delete(key);
    },
    clear: () => codes.clear(),
  };
}
