import type { IDBPTransaction, StoreNames } from 'idb';
import type { Schema } from './database.ts';

type Writing = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

/** A transaction that may change sessions and their tokens. */
export type GrantTransaction = Pick<Writing, 'objectStore'>;

/** Drops every token of a session. */
async function forgetTokens(
  transaction: GrantTransaction,
  kind: 'access' | 'refresh',
  sessionId: string,
): Promise<void> {
  const store = transaction.objectStore(kind);
  for (const key of await store.index('bySession').getAllKeys(sessionId)) await store.delete(key);
}

/** Drops a session with its tokens, so that they are unknown. */
export async function forgetSession(
  transaction: GrantTransaction,
  { place, session }: Schema['sessions']['value'],
): Promise<void> {
  await forgetTokens(transaction, 'access', session.id);
  await forgetTokens(transaction, 'refresh', session.id);
  if (place !== undefined) await transaction.objectStore('sessions').delete(place);
}
