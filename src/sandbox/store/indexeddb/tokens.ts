import { cutShort } from '../cut-short.ts';
import type { AccessTokenRecord, RefreshTokenRecord } from '../records.ts';
import type { Store } from '../store.ts';
import type { Connection } from './database.ts';
import type { GrantTransaction } from './forget.ts';
import { accessSchema, kept, refreshSchema } from './schemas.ts';

/** Tokens that a session keeps of each kind: enough to know a replay long after, and bounded. */
const mostPerSession = 100;

const stores = ['sessions', 'access', 'refresh'] as const;

/** Adds one token and drops the session's oldest beyond the bound. */
async function addBounded(
  transaction: GrantTransaction,
  kind: 'access' | 'refresh',
  token: AccessTokenRecord | RefreshTokenRecord,
): Promise<void> {
  const store = transaction.objectStore(kind);
  await store.add({ token });
  // Within one key an index goes by place, so the oldest come first.
  const keys = await store.index('bySession').getAllKeys(token.sessionId);
  for (const key of keys.slice(0, Math.max(0, keys.length - mostPerSession))) {
    await store.delete(key);
  }
}

/** The session of a token while it lives. */
async function liveSession(transaction: GrantTransaction, id: string) {
  const row = await transaction.objectStore('sessions').index('byId').get(id);
  return row?.session.ended === undefined ? row : undefined;
}

/** Access and refresh tokens. A verb that changes both, or their session, is one transaction. */
export function createTokenShelf({ run }: Connection): Store['tokens'] {
  const end = (kind: 'access' | 'refresh', token: string, now: number) =>
    run(async (database) => {
      const { store, done } = database.transaction(kind, 'readwrite');
      const row = await store.index('byToken').get(token);
      if (row && row.token.endedAt === undefined) {
        await store.put({ ...row, token: { ...row.token, endedAt: now } });
      }
      await done;
    });

  return {
    addPair: (access, refresh) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        // The session ended while the pair was made; the pair must not outlive it.
        if (await liveSession(transaction, access.sessionId)) {
          await addBounded(transaction, 'access', access);
          if (refresh) await addBounded(transaction, 'refresh', refresh);
        }
        await transaction.done;
      }),
    getAccess: (token) =>
      run(async (database) => {
        const row = await database.getFromIndex('access', 'byToken', token);
        return row && kept(accessSchema, row.token);
      }),
    getRefresh: (token) =>
      run(async (database) => {
        const row = await database.getFromIndex('refresh', 'byToken', token);
        return row && kept(refreshSchema, row.token);
      }),
    noteUse: (token, now) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const access = transaction.objectStore('access');
        const sessions = transaction.objectStore('sessions');
        const row = await access.index('byToken').get(token);
        if (row && row.token.firstUsedAt === undefined) {
          await access.put({ ...row, token: { ...row.token, firstUsedAt: now } });
        }
        const owner = row && (await sessions.index('byId').get(row.token.sessionId));
        if (owner) await sessions.put({ ...owner, session: { ...owner.session, lastUsedAt: now } });
        await transaction.done;
      }),
    expireAccess: (clientId, now) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const rows = await transaction.objectStore('sessions').index('byClient').getAll(clientId);
        const live = rows.filter(({ session }) => session.ended === undefined);
        const access = transaction.objectStore('access');
        for (const { session } of live) {
          for (const row of await access.index('bySession').getAll(session.id)) {
            await access.put({ ...row, token: cutShort(row.token, now) });
          }
        }
        await transaction.done;
        return live.length;
      }),
    endAccess: (token, now) => end('access', token, now),
    endRefresh: (token, now) => end('refresh', token, now),
    swapRefresh: (token, access, refresh, now) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const outcome = await swap(transaction, { token, access, refresh, now });
        await transaction.done;
        return outcome;
      }),
  };
}

async function swap(
  transaction: GrantTransaction,
  {
    token,
    access,
    refresh,
    now,
  }: {
    token: string;
    access: AccessTokenRecord;
    refresh: RefreshTokenRecord | undefined;
    now: number;
  },
): ReturnType<Store['tokens']['swapRefresh']> {
  const row = await transaction.objectStore('refresh').index('byToken').get(token);
  const owner = row && (await liveSession(transaction, row.token.sessionId));
  if (!row || !owner) return { kind: 'gone' };
  const record = kept(refreshSchema, row.token);
  if (record?.successor) return { kind: 'already', record };
  if (!record || record.endedAt !== undefined) return { kind: 'gone' };

  const store = transaction.objectStore('access');
  for (const earlier of await store.index('bySession').getAll(record.sessionId)) {
    if (earlier.token.endedAt === undefined) {
      await store.put({ ...earlier, token: { ...earlier.token, endedAt: now } });
    }
  }
  const successor = { accessToken: access.token, refreshToken: refresh?.token ?? '', at: now };
  await transaction.objectStore('refresh').put({ ...row, token: { ...record, successor } });
  await transaction
    .objectStore('sessions')
    .put({ ...owner, session: { ...owner.session, lastUsedAt: now } });
  await addBounded(transaction, 'access', access);
  if (refresh) await addBounded(transaction, 'refresh', refresh);
  return { kind: 'swapped' };
}
