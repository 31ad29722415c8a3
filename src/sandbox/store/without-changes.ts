import type { Store } from './store.ts';

const nothing = () => Promise.resolve();

/**
 * The store for a request that may change nothing: what a GET would write on its way is not
 * written. Of all verbs these are the ones that the answer to a GET calls; the signing key is
 * the server's own and may be made by whoever asks first.
 */
export function withoutChanges(store: Store): Store {
  return {
    ...store,
    transactions: { ...store.transactions, add: nothing },
    tokens: { ...store.tokens, markUsed: nothing },
    faults: { ...store.faults, update: nothing },
    rates: {
      update: async (key, change) => {
        let after = change(undefined);
        await store.rates.update(key, (before) => {
          after = change(before);
          return before ?? { at: [] };
        });
        return after;
      },
    },
  };
}
