import * as z from 'zod/mini';
import { policiesInAll } from '../../limits.ts';
import { type Policy, policySchema, presets } from '../../policy.ts';
import { codeLife } from '../code-life.ts';
import { weightOf } from '../weight-of.ts';
import type { Store } from '../store.ts';
import { type Usage, isBeyond } from '../usage.ts';
import { type CountingTransaction, count, readCount } from './counts.ts';
import type { Connection } from './database.ts';
import { readStored } from './schemas.ts';

const overridesSchema = z.partial(policySchema);

/** A field that the kept policy does not have yet stands as it does at the start. */
function policyOf(value: unknown): Policy {
  const fields = typeof value === 'object' ? value : {};
  return readStored(policySchema, { ...presets.ringcentral, ...fields }) ?? presets.ringcentral;
}

/** Takes back what an app overrides, as part of a transaction. */
export async function dropOverrides(
  transaction: CountingTransaction,
  clientId: string,
): Promise<void> {
  const overrides = transaction.objectStore('overrides');
  const before = await overrides.get(clientId);
  if (!before) return;
  await overrides.delete(clientId);
  await count(transaction, ['policies'], { octets: -weightOf([clientId, before]), number: -1 });
}

/** Beyond the bound the overrides of what is no app any more go. */
async function dropOrphans(transaction: CountingTransaction): Promise<void> {
  for (const clientId of await transaction.objectStore('overrides').getAllKeys()) {
    const app = await transaction.objectStore('apps').index('byId').getKey(clientId);
    if (app === undefined) await dropOverrides(transaction, clientId);
  }
}

/** The general policy, and what single apps override. */
export function createPolicyStore({ run }: Connection) {
  const get = () => run(async (database) => policyOf(await database.get('settings', 'policy')));
  const verbs: Store['policy'] = {
    get,
    put: (policy) =>
      run(async (database) => {
        await database.put('settings', { ...policy }, 'policy');
      }),
    getOverrides: (clientId) =>
      run(
        async (database) =>
          readStored(overridesSchema, await database.get('overrides', clientId)) ?? {},
      ) as Promise<Partial<Policy>>,
    putOverrides: (clientId, fields) =>
      run(async (database) => {
        const transaction = database.transaction(['apps', 'overrides', 'counts'], 'readwrite');
        await dropOverrides(transaction, clientId);
        if (Object.keys(fields).length > 0) {
          await transaction.objectStore('overrides').put({ ...fields }, clientId);
          const change = { octets: weightOf([clientId, fields]), number: 1 };
          const used = await count(transaction, ['policies'], change);
          if (isBeyond(used, policiesInAll)) await dropOrphans(transaction);
        }
        await transaction.done;
      }),
  };
  return {
    verbs,
    usage: () =>
      run(async (database): Promise<Usage> => {
        const used = readCount(await database.get('counts', ['policies']));
        return { name: 'policies', used, of: policiesInAll };
      }),
    /** The longest that any policy in force keeps a code, in milliseconds. */
    longestCode: async () => {
      const overrides = await run((database) => database.getAll('overrides'));
      return Math.max(...[await get(), ...overrides].map(codeLife));
    },
  };
}
