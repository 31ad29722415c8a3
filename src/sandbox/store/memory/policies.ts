import { policiesInAll } from '../../limits.ts';
import { type Policy, presets } from '../../policy.ts';
import { codeLife } from '../code-life.ts';
import { weightOf } from '../weight-of.ts';
import type { Store } from '../store.ts';
import { type Usage, isBeyond } from '../usage.ts';

/**
 * The general policy, and what single apps override.
 *
 * @param isApp whether a client id is an app's: beyond the bound the overrides of any other go
 */
export function createPolicyStore(isApp: (clientId: string) => boolean) {
  let policy: Policy = presets.ringcentral;
  const overrides = new Map<string, Partial<Policy>>();
  const none: Partial<Policy> = {};
  let octets = 0;

  function drop(clientId: string): void {
    const fields = overrides.get(clientId);
    if (fields) octets -= weightOf([clientId, fields]);
    overrides.delete(clientId);
  }

  const verbs: Store['policy'] = {
    get: async () => policy,
    put: async (next) => {
      policy = { ...next };
    },
    getOverrides: async (clientId) => overrides.get(clientId) ?? none,
    putOverrides: async (clientId, fields) => {
      drop(clientId);
      if (Object.keys(fields).length === 0) return;
      overrides.set(clientId, { ...fields });
      octets += weightOf([clientId, fields]);
      if (!isBeyond({ octets, number: overrides.size }, policiesInAll)) return;
      for (const other of overrides.keys()) if (!isApp(other)) drop(other);
    },
  };
  return {
    verbs,
    usage: (): Usage => ({
      name: 'policies',
      used: { octets, number: overrides.size },
      of: policiesInAll,
    }),
    /** The longest that any policy in force keeps a code, in milliseconds. */
    longestCode: () => Math.max(...[policy, ...overrides.values()].map(codeLife)),
    removeApp: drop,
    clear: () => {
      policy = presets.ringcentral;
      overrides.clear();
      octets = 0;
    },
  };
}
