import type { TransactionRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { dropOldest, dropWhile } from './bounded.ts';

const mostTransactions = 10_000;
/** A sign-in page that stood open for a day is not coming back. */
const keptMilliseconds = 86_400_000;

/** Authorization requests that wait for their user. */
export function createTransactionShelf() {
  const transactions = new Map<string, TransactionRecord>();
  const verbs: Store['transactions'] = {
    add: async (transaction) => {
      transactions.set(transaction.id, transaction);
      dropOldest(transactions, mostTransactions);
    },
    get: async (id) => transactions.get(id),
    take: async (id) => {
      const transaction = transactions.get(id);
      transactions.delete(id);
      return transaction;
    },
  };
  return {
    verbs,
    sweep: (now: number) => {
      dropWhile(transactions, ({ createdAt }) => now - createdAt > keptMilliseconds);
    },
    clear: () => transactions.clear(),
  };
}
