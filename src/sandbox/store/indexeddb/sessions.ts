import { sessionsInAll, staleAfter, sweptAtOnce } from '../../limits.ts';
import type { SessionRecord } from '../records.ts';
import type { Store } from '../store.ts';
import type { Usage } from '../usage.ts';
import { weightOfSession } from '../weight-of-grant.ts';
import type { Connection } from './database.ts';
import { readCount } from './counts.ts';
import {
  type GrantTransaction,
  boundSessions,
  countSessions,
  forgetSession,
  grantStores,
  recordEnding,
} from './forget.ts';
import { readStored, sessionSchema } from './schemas.ts';

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
  return now - last > staleAfter;
}

/**
 * Sessions, which live and die with their tokens.
 *
 * @param mostAtOnce how many unused sessions one sweep looks at
 */
export function createSessionStore({ run }: Connection, mostAtOnce = sweptAtOnce) {
  /** How far the last sweep came, so that unused sessions whose tokens live do not hold up the rest. */
  let lookedTo: number | undefined;
  const verbs: Store['sessions'] = {
    add: (session, limit) =>
      run(async (database) => {
        const transaction = database.transaction(grantStores, 'readwrite');
        const sessions = transaction.objectStore('sessions');
        const owner = ownerOf(session);
        const octets = weightOfSession(session);
        await sessions.add({ session, owner, octets });
        await countSessions(transaction, session.clientId, { octets, number: 1 });
        // Evicted sessions are forgotten at once: their tokens are then unknown, as at RingCentral.
        const own = sessions.index('byOwner');
        const beyond = (await own.count(owner)) - limit;
        // Those alone are read, the oldest first: a user may have a thousand sessions.
        const evicted = beyond > 0 ? await own.getAll(owner, beyond) : [];
        for (const row of evicted) await forgetSession(transaction, row);
        await boundSessions(transaction, session.clientId, session.id);
        await transaction.done;
      }),
    get: (id) =>
      run(async (database) => {
        const row = await database.getFromIndex('sessions', 'byId', id);
        return row && readStored(sessionSchema, row.session);
      }),
    list: () =>
      run(async (database) => {
        const rows = await database.getAllFromIndex('sessions', 'byOwner');
        rows.sort((one, other) => (one.place ?? 0) - (other.place ?? 0));
        return rows.map(({ session }) => readStored(sessionSchema, session)).filter(isSession);
      }),
    end: (id, reason, now) =>
      run(async (database) => {
        const transaction = database.transaction(grantStores, 'readwrite');
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
          await recordEnding(transaction, row.session);
        }
        await transaction.done;
        return ends;
      }),
  };
  return {
    verbs,
    usage: () =>
      run(async (database): Promise<Usage> => {
        const used = readCount(await database.get('counts', ['sessions']));
        return { name: 'sessions', used, of: sessionsInAll };
      }),
    sweep: (now: number) =>
      run(async (database) => {
        const transaction = database.transaction(grantStores, 'readwrite');
        const last = now - staleAfter;
        const unused =
          lookedTo !== undefined && lookedTo < last
            ? IDBKeyRange.bound(lookedTo, last, true, true)
            : IDBKeyRange.upperBound(last, true);
        const rows = await transaction
          .objectStore('sessions')
          .index('byTime')
          .getAll(unused, mostAtOnce);
        for (const row of rows) {
          if (await isStale(transaction, row.session, now)) await forgetSession(transaction, row);
        }
        await transaction.done;
        lookedTo = rows.length < mostAtOnce ? undefined : rows.at(-1)?.session.lastUsedAt;
      }),
  };
}
