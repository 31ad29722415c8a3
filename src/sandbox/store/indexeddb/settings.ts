import * as z from 'zod/mini';
import { type Policy, policySchema, presets } from '../../policy.ts';
import type { Store } from '../store.ts';
import type { Connection } from './database.ts';
import { kept } from './schemas.ts';

const overridesSchema = z.partial(policySchema);
const offsetSchema = z.int();

/** A field that the kept policy does not have yet stands as it does at the start. */
function policyOf(value: unknown): Policy {
  const fields = typeof value === 'object' ? value : {};
  return kept(policySchema, { ...presets.ringcentral, ...fields }) ?? presets.ringcentral;
}

/** The policy, its overrides by app, and the clock. */
export function createSettings({ run }: Connection): Pick<Store, 'policy' | 'clock'> {
  return {
    policy: {
      get: () => run(async (database) => policyOf(await database.get('settings', 'policy'))),
      put: (policy) =>
        run(async (database) => {
          await database.put('settings', { ...policy }, 'policy');
        }),
      getOverrides: (clientId) =>
        run(
          async (database) =>
            kept(overridesSchema, await database.get('overrides', clientId)) ?? {},
        ) as Promise<Partial<Policy>>,
      putOverrides: (clientId, fields) =>
        run(async (database) => {
          await database.put('overrides', { ...fields }, clientId);
        }),
    },
    clock: {
      getOffsetSeconds: () =>
        run(
          async (database) =>
            kept(offsetSchema, await database.get('settings', 'offsetSeconds')) ?? 0,
        ),
      putOffsetSeconds: (offsetSeconds) =>
        run(async (database) => {
          await database.put('settings', offsetSeconds, 'offsetSeconds');
        }),
    },
  };
}
