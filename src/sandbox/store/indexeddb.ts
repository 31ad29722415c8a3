import type { Random } from '#protocol/random.ts';
import { encodeBase64Url } from '#protocol/base64url.ts';
import { createAppStore } from './indexeddb/apps.ts';
import { createChallengeStore } from './indexeddb/challenges.ts';
import { createClock } from './indexeddb/clock.ts';
import { createCodeStore } from './indexeddb/codes.ts';
import { createCredentialStores } from './indexeddb/credentials.ts';
import { connect } from './indexeddb/database.ts';
import { storeNames } from './indexeddb/layout.ts';
import { createEventLog } from './indexeddb/events.ts';
import { createFaults } from './indexeddb/faults.ts';
import { createPolicyStore } from './indexeddb/policies.ts';
import { createRateStore } from './indexeddb/rates.ts';
import { createSessionStore } from './indexeddb/sessions.ts';
import { createTokenStore } from './indexeddb/tokens.ts';
import { createTransactionStore } from './indexeddb/transactions.ts';
import type { Store } from './store.ts';

export interface IndexedDbStore extends Store {
  /** The id of this browser, the same for as long as the database is there. */
  browserId(random: Random): Promise<string>;
  /** When the database was made, by `firstEvent`. */
  born(): Promise<number>;
  generation(): number;
  close(): Promise<void>;
}

/**
 * A store in the browser's own database, for a host that is stopped at will:
 * nothing is kept in memory. A verb is one transaction, so it is atomic over
 * every worker and tab of the site; each store is bounded as in memory.
 *
 * @param options.firstEvent what the numbers of events count on from in an empty database: the time,
 *   so that a stream resumes rightly over storage that was cleared
 * @throws StoreProblem from every verb: the browser stores nothing, or has no room
 */
export function createIndexedDbStore(
  name: string,
  { firstEvent = () => 0 }: { firstEvent?: () => number } = {},
): IndexedDbStore {
  const connection = connect(name, firstEvent);
  const { run } = connection;
  const apps = createAppStore(connection);
  const policies = createPolicyStore(connection);
  const transactions = createTransactionStore(connection);
  const codes = createCodeStore(connection);
  const sessions = createSessionStore(connection);
  const credentials = createCredentialStores(connection);
  const rates = createRateStore(connection);
  const events = createEventLog(connection);

  return {
    apps: apps.verbs,
    policy: policies.verbs,
    clock: createClock(connection),
    transactions: transactions.verbs,
    codes: codes.verbs,
    challenges: createChallengeStore(connection),
    sessions: sessions.verbs,
    tokens: createTokenStore(connection),
    jwts: credentials.verbs,
    signingKey: credentials.signingKey,
    rates: rates.verbs,
    faults: createFaults(connection),
    events: events.verbs,
    generation: connection.generation,
    usage: async () => [
      await apps.usage(),
      await policies.usage(),
      ...(await transactions.usage()),
      await codes.usage(),
      await sessions.usage(),
      await credentials.usage(),
      await rates.usage(),
      ...(await events.usage()),
    ],
    sweep: async (now) => {
      await transactions.sweep(now);
      await codes.sweep(now, await policies.longestCode());
      await sessions.sweep(now);
    },
    reset: () =>
      run(async (database) => {
        const transaction = database.transaction(storeNames, 'readwrite');
        const kept = transaction.objectStore('settings');
        const sequence = (await kept.get('sequence')) ?? 0;
        const lasting = ['born', 'browser', 'signingKey'] as const;
        const values = await Promise.all(lasting.map((key) => kept.get(key)));
        for (const store of storeNames) await transaction.objectStore(store).clear();
        for (const [index, key] of lasting.entries()) {
          if (values[index] !== undefined) await kept.put(values[index], key);
        }
        // Whoever saw an earlier event has missed what this drops.
        await kept.put(sequence, 'sequence');
        await kept.put(sequence, 'firstKept');
        await transaction.done;
      }),
    browserId: (random) =>
      run(async (database) => {
        const { store, done } = database.transaction('settings', 'readwrite');
        const known = await store.get('browser');
        const id = typeof known === 'string' ? known : encodeBase64Url(random.bytes(16));
        if (id !== known) await store.put(id, 'browser');
        await done;
        return id;
      }),
    born: () => run(async (database) => Number(await database.get('settings', 'born'))),
    close: connection.close,
  };
}
