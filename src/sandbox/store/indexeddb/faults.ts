import * as z from 'zod/mini';
import { faultNames } from '../../faults/names.ts';
import { places } from '../../faults/places.ts';
import type { GivenFault } from '../../faults/given.ts';
import type { Store } from '../store.ts';
import type { Connection } from './database.ts';
import { readStored } from './schemas.ts';

const faultsSchema: z.ZodMiniType<GivenFault[]> = z.array(
  z.object({
    clientId: z.string(),
    fault: z.enum(faultNames),
    at: z.exactOptional(z.enum(places)),
    left: z.exactOptional(z.int()),
    seconds: z.exactOptional(z.int()),
  }),
);
const listOf = (value: unknown): readonly GivenFault[] => readStored(faultsSchema, value) ?? [];

/** What the sandbox does wrong on demand. */
export function createFaults({ run }: Connection): Store['faults'] {
  return {
    list: () => run(async (database) => listOf(await database.get('settings', 'faults'))),
    update: (change) =>
      run(async (database) => {
        const { store, done } = database.transaction('settings', 'readwrite');
        await store.put(change(listOf(await store.get('faults'))), 'faults');
        await done;
      }),
  };
}
