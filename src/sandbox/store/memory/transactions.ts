import { mostSignInsPerBrowser, signInKept, signInShares } from '../../limits.ts';
import { copyRecord } from '../copy-record.ts';
import type { TransactionRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { signInUsage } from '../sign-in-shares.ts';
import { ShareShelf } from './shares.ts';

/** Authorization requests that wait for their user. */
export function createTransactionShelf() {
  const shelf = new ShareShelf<TransactionRecord>({
    shareOf: ({ caller }) => caller,
    boundOf: (share) => signInShares[share as keyof typeof signInShares],
    owners: { ownerOf: ({ browser }) => browser, most: mostSignInsPerBrowser },
  });
  const verbs: Store['transactions'] = {
    add: async (transaction) => shelf.set(transaction.id, copyRecord(transaction)),
    get: async (id) => shelf.get(id),
    take: async (id) => shelf.delete(id),
  };
  return {
    verbs,
    usage: () => signInUsage((share) => shelf.used(share)),
    sweep: (now: number) => shelf.dropWhile(({ createdAt }) => now - createdAt > signInKept),
    clear: () => shelf.clear(),
  };
}
