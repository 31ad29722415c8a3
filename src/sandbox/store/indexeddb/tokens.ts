import { mostAccessTokens, mostReplacedTokens } from '../../limits.ts';
import { cutShort } from '../cut-short.ts';
import type { AccessTokenRecord, RefreshTokenRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { weightOfToken } from '../weight-of-grant.ts';
import type { Connection } from './database.ts';
import type { Schema } from './layout.ts';
import { type GrantTransaction, boundSessions, countSessions, grantStores } from './forget.ts';
import { accessSchema, readStored, refreshSchema } from './schemas.ts';

interface Added {
  access: AccessTokenRecord;
  refresh: RefreshTokenRecord | undefined;
  /** Access tokens that the session may have. */
  mostAccess: number;
}

/** Adds one token and drops the session's oldest of the kind beyond `most`; answers how many octets more there are. */
async function addToken(
  transaction: GrantTransaction,
  kind: 'access' | 'refresh',
  token: AccessTokenRecord | RefreshTokenRecord,
  most: number,
): Promise<number> {
  const store = transaction.objectStore(kind);
  await store.add({ token });
  let octets = weightOfToken(token);
  const own = store.index('bySession');
  while ((await own.count(token.sessionId)) > most) {
    // Within one key an index goes by place, so the oldest comes first.
    const oldest = await own.get(token.sessionId);
    if (oldest?.place === undefined) break;
    await store.delete(oldest.place);
    octets -= weightOfToken(oldest.token);
  }
  return octets;
}

/** Adds a pair to its session, and drops what is then too much. */
async function addPair(
  transaction: GrantTransaction,
  owner: Schema['sessions']['value'],
  { access, refresh, mostAccess }: Added,
): Promise<void> {
  let octets = await addToken(transaction, 'access', access, mostAccess);
  if (refresh) octets += await addToken(transaction, 'refresh', refresh, mostReplacedTokens);
  const { clientId, id } = owner.session;
  await transaction.objectStore('sessions').put({ ...owner, octets: owner.octets + octets });
  await countSessions(transaction, clientId, { octets, number: 0 });
  await boundSessions(transaction, clientId, id);
}

/** The session of a token while it lives. */
async function liveSession(transaction: GrantTransaction, id: string) {
  const row = await transaction.objectStore('sessions').index('byId').get(id);
  return row?.session.ended === undefined ? row : undefined;
}

/** Access and refresh tokens. A verb that changes both, or their session, is one transaction. */
export function createTokenStore({ run }: Connection): Store['tokens'] {
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
        const transaction = database.transaction(grantStores, 'readwrite');
        // The session ended while the pair was made; the pair must not outlive it.
        const owner = await liveSession(transaction, access.sessionId);
        const mostAccess = mostAccessTokens;
        if (owner) await addPair(transaction, owner, { access, refresh, mostAccess });
        await transaction.done;
      }),
    getAccess: (token) =>
      run(async (database) => {
        const row = await database.getFromIndex('access', 'byToken', token);
        return row && readStored(accessSchema, row.token);
      }),
    getRefresh: (token) =>
      run(async (database) => {
        const row = await database.getFromIndex('refresh', 'byToken', token);
        return row && readStored(refreshSchema, row.token);
      }),
    markUsed: (token, now) =>
      run(async (database) => {
        const transaction = database.transaction(grantStores, 'readwrite');
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
        const transaction = database.transaction(grantStores, 'readwrite');
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
        const transaction = database.transaction(grantStores, 'readwrite');
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
  const record = readStored(refreshSchema, row.token);
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
  const used = { ...owner, session: { ...owner.session, lastUsedAt: now } };
  await addPair(transaction, used, { access, refresh, mostAccess: mostReplacedTokens });
  return { kind: 'swapped' };
}
