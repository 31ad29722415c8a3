import type { IDBPTransaction, StoreNames } from 'idb';
import * as z from 'zod/mini';
import type { Amount } from '../../limits.ts';
import type { CountKey, Schema } from './layout.ts';
import { readStored } from './schemas.ts';

/** A transaction that may change the running counts. */
export type CountingTransaction = Pick<
  IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>,
  'objectStore'
>;

const countSchema = z.object({ octets: z.number(), number: z.number() });

/** What a kept count says; nothing where it is not there, or not what it should be. */
export const readCount = (value: unknown): Amount =>
  readStored(countSchema, value) ?? { octets: 0, number: 0 };

/** Counts so much more, or less; a count that holds nothing any more is forgotten. */
export async function count(
  transaction: CountingTransaction,
  key: CountKey,
  change: Amount,
): Promise<Amount> {
  const counts = transaction.objectStore('counts');
  const before = readCount(await counts.get(key));
  const next = {
    octets: Math.max(0, before.octets + change.octets),
    number: Math.max(0, before.number + change.number),
  };
  if (next.number === 0) await counts.delete(key);
  else await counts.put(next, key);
  return next;
}

/** The share of a store that holds the most octets: it pays where the whole store is full. */
export async function largestShare(
  transaction: CountingTransaction,
  store: string,
): Promise<string | undefined> {
  let largest: string | undefined;
  let most = 0;
  // The store's own count has the shorter key, which stands before those of its shares.
  const shares = IDBKeyRange.bound([store], [store, []], true, true);
  // In two goes: a cursor takes one for each of up to five hundred apps.
  const counts = transaction.objectStore('counts');
  const keys = await counts.getAllKeys(shares);
  for (const [index, value] of (await counts.getAll(shares)).entries()) {
    const { octets } = readCount(value);
    if (octets > most) [largest, most] = [keys[index]?.[1], octets];
  }
  return largest;
}
