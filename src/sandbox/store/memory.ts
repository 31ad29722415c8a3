import { createAppStore } from './memory/apps.ts';
import { createChallengeStore } from './memory/challenges.ts';
import { createCodeStore } from './memory/codes.ts';
import { createEventLog } from './memory/events.ts';
import { createJwtStore } from './memory/jwts.ts';
import { createPolicyStore } from './memory/policies.ts';
import { createRateStore } from './memory/rates.ts';
import { createGrantStore } from './memory/sessions.ts';
import { createTransactionStore } from './memory/transactions.ts';
import type { GivenFault } from '../faults/given.ts';
import type { SigningKeyRecord } from './records.ts';
import type { Store } from './store.ts';

/**
 * A store in memory: maps alone, so that no name a client chooses can reach an
 * object's prototype; each verb runs without an await inside, so it is atomic;
 * and each store is bounded, so that a client in a loop cannot fill the memory.
 *
 * @param options.firstEvent what the numbers of events count on from; a host that may be started
 *   again gives the time, so that they grow over a restart
 */
export function createMemoryStore({ firstEvent = 0 }: { firstEvent?: number } = {}): Store {
  let offsetSeconds = 0;
  let faults: readonly GivenFault[] = [];
  let signingKey: SigningKeyRecord | undefined;

  const apps = createAppStore();
  const policies = createPolicyStore(apps.has);
  const transactions = createTransactionStore();
  const codes = createCodeStore();
  const challenges = createChallengeStore();
  const { sessions, tokens, ...grants } = createGrantStore();
  const jwts = createJwtStore();
  const rates = createRateStore();
  const events = createEventLog(firstEvent);

  return {
    apps: {
      ...apps.verbs,
      remove: async (clientId) => {
        policies.removeApp(clientId);
        codes.removeApp(clientId);
        challenges.removeApp(clientId);
        grants.removeApp(clientId);
        events.removeApp(clientId);
        return apps.remove(clientId);
      },
    },
    policy: policies.verbs,
    clock: {
      getOffsetSeconds: async () => offsetSeconds,
      putOffsetSeconds: async (next) => {
        offsetSeconds = next;
      },
    },
    transactions: transactions.verbs,
    codes: codes.verbs,
    challenges: challenges.verbs,
    sessions,
    tokens,
    jwts: jwts.verbs,
    signingKey: {
      get: async () => signingKey,
      add: async (key) => (signingKey ??= key),
    },
    rates: rates.verbs,
    faults: {
      list: async () => faults,
      update: async (change) => {
        faults = change(faults);
      },
    },
    events: events.verbs,
    usage: async () => [
      apps.usage(),
      policies.usage(),
      ...transactions.usage(),
      codes.usage(),
      grants.usage(),
      jwts.usage(),
      rates.usage(),
      ...events.usage(),
    ],
    sweep: async (now) => {
      transactions.sweep(now);
      codes.sweep(now, policies.longestCode());
      grants.sweep(now);
    },
    reset: async () => {
      policies.clear();
      offsetSeconds = 0;
      faults = [];
      apps.clear();
      transactions.clear();
      codes.clear();
      challenges.clear();
      grants.clear();
      jwts.clear();
      rates.clear();
      events.clear();
    },
  };
}
