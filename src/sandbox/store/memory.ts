import { presets } from '../policy.ts';
import type { Policy } from '../policy.ts';
import { createAppShelf } from './memory/apps.ts';
import { createCodeShelf } from './memory/codes.ts';
import { createEventLog } from './memory/events.ts';
import { createJwtShelf } from './memory/jwts.ts';
import { createRateShelf } from './memory/rates.ts';
import { createGrantShelves } from './memory/sessions.ts';
import { createTransactionShelf } from './memory/transactions.ts';
import type { SigningKeyRecord } from './records.ts';
import type { Store } from './store.ts';

/**
 * A store in memory: maps alone, so that no name a client chooses can reach an
 * object's prototype; each verb runs without an await inside, so it is atomic;
 * and each shelf is bounded, so that a client in a loop cannot fill the memory.
 *
 * @param options.firstEvent what the numbers of events count on from; a host that may be started
 *   again gives the time, so that they grow over a restart
 */
export function createMemoryStore({ firstEvent = 0 }: { firstEvent?: number } = {}): Store {
  let policy: Policy = presets.ringcentral;
  let offsetSeconds = 0;
  const overrides = new Map<string, Partial<Policy>>();
  const none: Partial<Policy> = {};
  let signingKey: SigningKeyRecord | undefined;

  const apps = createAppShelf();
  const transactions = createTransactionShelf();
  const codes = createCodeShelf();
  const { sessions, tokens, ...grants } = createGrantShelves();
  const jwts = createJwtShelf();
  const rates = createRateShelf();
  const events = createEventLog(firstEvent);

  return {
    apps: {
      ...apps.verbs,
      remove: async (clientId) => {
        overrides.delete(clientId);
        codes.removeApp(clientId);
        grants.removeApp(clientId);
        events.removeApp(clientId);
        return apps.remove(clientId);
      },
    },
    policy: {
      get: async () => policy,
      put: async (next) => {
        policy = { ...next };
      },
      getOverrides: async (clientId) => overrides.get(clientId) ?? none,
      putOverrides: async (clientId, fields) => {
        overrides.set(clientId, { ...fields });
      },
    },
    clock: {
      getOffsetSeconds: async () => offsetSeconds,
      putOffsetSeconds: async (next) => {
        offsetSeconds = next;
      },
    },
    transactions: transactions.verbs,
    codes: codes.verbs,
    sessions,
    tokens,
    jwts: jwts.verbs,
    signingKey: {
      get: async () => signingKey,
      add: async (key) => (signingKey ??= key),
    },
    rates: rates.verbs,
    events: events.verbs,
    sweep: async (now) => {
      const policies = [policy, ...overrides.values()];
      const longest = Math.max(
        ...policies.map((one) => (one.codeLifetimeSeconds ?? 0) + (one.codeTombstoneSeconds ?? 0)),
      );
      transactions.sweep(now);
      codes.sweep(now, longest * 1000);
      grants.sweep(now);
    },
    reset: async () => {
      policy = presets.ringcentral;
      offsetSeconds = 0;
      overrides.clear();
      apps.clear();
      transactions.clear();
      codes.clear();
      grants.clear();
      jwts.clear();
      rates.clear();
      events.clear();
    },
  };
}
