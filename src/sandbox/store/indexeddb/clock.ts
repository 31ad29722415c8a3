import * as z from 'zod/mini';
import type { Store } from '../store.ts';
import type { Connection } from './database.ts';
import { readStored } from './schemas.ts';

const offsetSchema = z.int();

/** The clock. */
export function createClock({ run }: Connection): Store['clock'] {
  return {
    getOffsetSeconds: () =>
      run(
        async (database) =>
          readStored(offsetSchema, await database.get('settings', 'offsetSeconds')) ?? 0,
      ),
    putOffsetSeconds: (offsetSeconds) =>
      run(async (database) => {
        await database.put('settings', offsetSeconds, 'offsetSeconds');
      }),
  };
}
