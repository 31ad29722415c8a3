import { endedSessionsPerApp, sessionsInAll, sessionsPerApp } from '../../limits.ts';
import { isBeyond } from '../usage.ts';
import { type CountingTransaction, count, largestShare, readCount } from './counts.ts';
import type { Schema } from './layout.ts';

/** A transaction that may change sessions and their tokens. */
export type GrantTransaction = CountingTransaction;

/** What such a transaction is over. */
export const grantStores = ['sessions', 'access', 'refresh', 'endings', 'counts'] as const;

type SessionRow = Schema['sessions']['value'];

/** Counts what an app's sessions have more, or less. */
export async function countSessions(
  transaction: GrantTransaction,
  clientId: string,
  change: { octets: number; number: number },
): Promise<void> {
  await count(transaction, ['sessions'], change);
  await count(transaction, ['sessions', clientId], change);
}

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
  { place, session, octets }: SessionRow,
): Promise<void> {
  if (place === undefined) return;
  await forgetTokens(transaction, 'access', session.id);
  await forgetTokens(transaction, 'refresh', session.id);
  await transaction.objectStore('sessions').delete(place);
  const endings = transaction.objectStore('endings');
  const ending = await endings.index('byId').getKey(session.id);
  if (ending !== undefined) await endings.delete(ending);
  await countSessions(transaction, session.clientId, { octets: -octets, number: -1 });
}

/** The session of an app that goes first: the one that ended longest ago, else the oldest. */
async function oldestOf(
  transaction: GrantTransaction,
  clientId: string,
  stays: string,
): Promise<SessionRow | undefined> {
  const sessions = transaction.objectStore('sessions');
  const ending = await transaction.objectStore('endings').index('byClient').get(clientId);
  if (ending) return sessions.index('byId').get(ending.id);
  // Within one key an index goes by place, so the oldest comes first.
  const [first, second] = await sessions.index('byClient').getAll(clientId, 2);
  return first?.session.id === stays ? second : first;
}

/**
 * Drops what is too much, and never what has just come: of the same app first, and where all apps
 * together have too many, of the one that has the most.
 */
export async function boundSessions(
  transaction: GrantTransaction,
  clientId: string,
  stays: string,
): Promise<void> {
  const counts = transaction.objectStore('counts');
  for (;;) {
    const own = readCount(await counts.get(['sessions', clientId]));
    const all = readCount(await counts.get(['sessions']));
    if (!isBeyond(own, sessionsPerApp) && !isBeyond(all, sessionsInAll)) return;
    const pays = isBeyond(own, sessionsPerApp)
      ? clientId
      : ((await largestShare(transaction, 'sessions')) ?? clientId);
    const oldest = await oldestOf(transaction, pays, stays);
    if (!oldest) return;
    await forgetSession(transaction, oldest);
  }
}

/** Notes that a session ended, and forgets the app's that ended long before. */
export async function recordEnding(
  transaction: GrantTransaction,
  { id, clientId }: SessionRow['session'],
): Promise<void> {
  const endings = transaction.objectStore('endings');
  await endings.add({ id, clientId });
  const own = endings.index('byClient');
  while ((await own.count(clientId)) > endedSessionsPerApp) {
    const ending = await own.get(clientId);
    const row = ending && (await transaction.objectStore('sessions').index('byId').get(ending.id));
    if (!row) return;
    await forgetSession(transaction, row);
  }
}
