import { createStreamCounter } from './endpoints/control/open-streams.ts';
import type { SandboxOptions, Services } from './context.ts';
import { policiesInAll } from './limits.ts';
import type { Policy } from './policy.ts';
import { poolRandom } from './tokens/random-text.ts';

/**
 * What endpoints share. The policy of an app is merged once and kept until the
 * store hands out another general policy or other overrides.
 */
export function createServices(options: SandboxOptions): Services {
  const { store } = options;
  const { random, text } = poolRandom(options.random);
  const merged = new Map<string, { general: Policy; overrides: Partial<Policy>; policy: Policy }>();

  async function mergedFor(clientId: string): Promise<Policy> {
    const general = await store.policy.get();
    const overrides = await store.policy.getOverrides(clientId);
    // Nothing is kept for an id that a client may have made up.
    if (Object.keys(overrides).length === 0) return general;
    const known = merged.get(clientId);
    if (known && known.general === general && known.overrides === overrides) return known.policy;
    const policy = { ...general, ...overrides };
    if (merged.size > policiesInAll.number) merged.clear();
    merged.set(clientId, { general, overrides, policy });
    return policy;
  }

  return {
    store,
    random,
    randomText: text,
    streams: createStreamCounter(),
    siteOrigins: options.siteOrigins ?? [],
    allowedHosts: (options.allowedHosts ?? []).map((name) => name.toLowerCase()),
    hasSockets: options.hasSockets === true,
    publicOrigin: options.publicOrigin,
    stylesheet: options.stylesheet,
    policyFor: (clientId) => (clientId === undefined ? store.policy.get() : mergedFor(clientId)),
  };
}
