import { mostSignInsPerBrowser, signInKept, signInShares } from '../../limits.ts';
import { copyRecord } from '../copy-record.ts';
import type { TransactionRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { signInUsage } from '../sign-in-shares.ts';
import { SharedStore } from './shares.ts';

/** Authorization requests that wait for their user. */
export function createTransactionStore() {
  const entries = new SharedStore<TransactionRecord>({
    shareOf: ({ caller }) => caller,
    boundOf: (share) => signInShares[share as keyof typeof signInShares],
    owners: { ownerOf: ({ browser }) => browser, most: mostSignInsPerBrowser },
  });
  const verbs: Store['transactions'] = {
    add: async (transaction) => entries.set(transaction.id, copyRecord(transaction)),
    get: async (id) => entries.get(id),
    take: async (id) => entries.delete(id),
  };
  return {
    verbs,
    usage: () => signInUsage((share) => entries.used(share)),
    sweep: (now: number) => entries.dropWhile(({ createdAt }) => now - createdAt > signInKept),
    clear: () => entries.clear(),
  };
}
