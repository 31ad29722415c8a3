import type * as z from 'zod/mini';
import { readText, type StorageProblem, type TextStorage, writeText } from './storage.ts';

/** What stands under a key, read through its schema; `unreadable` is what no version of this page wrote. */
export type ReadValue<Value> =
  | { kind: 'value'; value: Value }
  | { kind: 'nothing' }
  | { kind: 'blocked' }
  | { kind: 'unreadable' };

/** One value in a storage. Nothing throws: what stands in the way is answered. */
export interface Stored<Value> {
  read(): ReadValue<Value>;
  write(value: Value): StorageProblem | undefined;
  remove(): StorageProblem | undefined;
}

/**
 * One value of a storage, as JSON.
 *
 * @param storage undefined where the browser blocks it
 * @param schema what it holds: anything else is unreadable
 */
export function createStored<Value>(
  storage: TextStorage | undefined,
  key: string,
  schema: z.ZodMiniType<Value>,
): Stored<Value> {
  return {
    read: () => {
      const text = readText(storage, key);
      if (text === undefined) return { kind: 'blocked' };
      if (text === null) return { kind: 'nothing' };
      try {
        const { data, success } = schema.safeParse(JSON.parse(text));
        if (success) return { kind: 'value', value: data };
      } catch {
        // Not JSON: the same as JSON of another shape.
      }
      return { kind: 'unreadable' };
    },
    write: (value) => writeText(storage, key, JSON.stringify(value)),
    remove: () => writeText(storage, key, null),
  };
}
