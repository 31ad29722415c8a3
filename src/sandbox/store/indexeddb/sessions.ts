import type { SessionRecord } from '../records.ts';
import type { Store } from '../store.ts';
import type { Connection } from './database.ts';
import { type GrantTransaction, forgetSession } from './forget.ts';
import { kept, sessionSchema } from './schemas.ts';

/** Ended sessions that are kept, so that their refresh tokens are told from unknown ones. */
const mostEnded = 1000;
/** How long an expired token is told from an unknown one, in milliseconds. */
const keptAfterExpiry = 30 * 86_400_000;

const stores = ['sessions', 'access', 'refresh', 'endings'] as const;

const ownerOf = ({ clientId, userId }: SessionRecord) => `${userId} ${clientId}`;
const isSession = (session: SessionRecord | undefined): session is SessionRecord =>
  session !== undefined;

/** Ends what is left of a session. */
async function endTokens(transaction: GrantTransaction, id: string, now: number): Promise<void> {
  for (const kind of ['access', 'refresh'] as const) {
    const store = transaction.objectStore(kind);
    for (const row of await store.index('bySession').getAll(id)) {
      const token = { ...row.token, endedAt: row.token.endedAt ?? now };
      if (kind === 'access') Object.assign(token, { endedWithSession: true });
      await store.put({ ...row, token });
    }
  }
}

/** Keeps the last endings and forgets the sessions of those before. */
async function noteEnding(transaction: GrantTransaction, id: string): Promise<void> {
  const endings = transaction.objectStore('endings');
  const place = await endings.add({ id });
  const old = IDBKeyRange.upperBound(place - mostEnded);
  for (const ending of await endings.getAll(old)) {
    const row = await transaction.objectStore('sessions').index('byId').get(ending.id);
    if (row) await forgetSession(transaction, row);
  }
  await endings.delete(old);
}

/** Whether every token of a session expired so long ago that nobody asks for it again. */
async function isStale(
  transaction: GrantTransaction,
  session: SessionRecord,
  now: number,
): Promise<boolean> {
  let last = session.lastUsedAt;
  for (const kind of ['access', 'refresh'] as const) {
    const rows = await transaction.objectStore(kind).index('bySession').getAll(session.id);
    for (const { token } of rows) last = Math.max(last, token.expiresAt);
  }
  return now - last > keptAfterExpiry;
}

/** Sessions, which live and die with their tokens. */
export function createSessionShelf({ run }: Connection) {
  const verbs: Store['sessions'] = {
    add: (session, limit) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const sessions = transaction.objectStore('sessions');
        const owner = ownerOf(session);
        await sessions.add({ session, owner });
        // Evicted sessions are forgotten at once: their tokens are then unknown, as at RingCentral.
        const live = await sessions.index('byOwner').getAll(owner);
        for (const row of live.slice(0, Math.max(0, live.length - limit))) {
          await forgetSession(transaction, row);
        }
        await transaction.done;
      }),
    get: (id) =>
      run(async (database) => {
        const row = await database.getFromIndex('sessions', 'byId', id);
        return row && kept(sessionSchema, row.session);
      }),
    list: () =>
      run(async (database) => {
        const rows = await database.getAllFromIndex('sessions', 'byOwner');
        rows.sort((one, other) => (one.place ?? 0) - (other.place ?? 0));
        return rows.map(({ session }) => kept(sessionSchema, session)).filter(isSession);
      }),
    end: (id, reason, now) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const sessions = transaction.objectStore('sessions');
        const row = await sessions.index('byId').get(id);
        const ends = row !== undefined && row.session.ended === undefined;
        if (ends) {
          const { owner, ...rest } = row;
          void owner;
          await sessions.put({
            ...rest,
            session: { ...row.session, ended: reason, lastUsedAt: now },
          });
          await endTokens(transaction, id, now);
          await noteEnding(transaction, id);
        }
        await transaction.done;
        return ends;
      }),
  };
  return {
    verbs,
    sweep: (now: number) =>
      run(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        const unused = IDBKeyRange.upperBound(now - keptAfterExpiry, true);
        const index = transaction.objectStore('sessions').index('byTime');
        for (const row of await index.getAll(unused)) {
          if (await isStale(transaction, row.session, now)) await forgetSession(transaction, row);
        }
        await transaction.done;
      }),
  };
}
