import { cutShort } from '../cut-short.ts';
import type { AccessTokenRecord, RefreshTokenRecord, SessionRecord } from '../records.ts';
import type { Store } from '../store.ts';

/** Tokens that a session keeps of each kind: enough to know a replay long after, and bounded. */
const mostTokensPerSession = 100;
/** Ended sessions that are kept, so that their refresh tokens are told from unknown ones. */
const mostEndedSessions = 1000;
/** How long an expired token is told from an unknown one, in milliseconds. */
const keptAfterExpiry = 30 * 86_400_000;

/** A session with the tokens that belong to it, oldest first. */
interface Shelf {
  session: SessionRecord;
  access: string[];
  refresh: string[];
}

/** Sessions and their tokens: one shelf, because they live and die together. */
export function createGrantShelves() {
  const shelves = new Map<string, Shelf>();
  /** Live session ids of a user in an app, oldest first. */
  const liveByOwner = new Map<string, string[]>();
  /** Ended session ids, oldest end first. */
  const ended = new Set<string>();
  const accessTokens = new Map<string, AccessTokenRecord>();
  const refreshTokens = new Map<string, RefreshTokenRecord>();

  const ownerOf = ({ clientId, userId }: SessionRecord) => `${userId} ${clientId}`;

  function forget(id: string): void {
    const shelf = shelves.get(id);
    if (!shelf) return;
    for (const token of shelf.access) accessTokens.delete(token);
    for (const token of shelf.refresh) refreshTokens.delete(token);
    shelves.delete(id);
    ended.delete(id);
    const owner = ownerOf(shelf.session);
    const live = liveByOwner.get(owner)?.filter((other) => other !== id);
    if (live && live.length > 0) liveByOwner.set(owner, live);
    else liveByOwner.delete(owner);
  }

  function end(id: string, reason: NonNullable<SessionRecord['ended']>, now: number): boolean {
    const shelf = shelves.get(id);
    if (!shelf || shelf.session.ended !== undefined) return false;
    const owner = ownerOf(shelf.session);
    const live = liveByOwner.get(owner)?.filter((other) => other !== id) ?? [];
    if (live.length > 0) liveByOwner.set(owner, live);
    else liveByOwner.delete(owner);
    shelf.session = { ...shelf.session, ended: reason, lastUsedAt: now };
    for (const token of shelf.access) {
      const record = accessTokens.get(token);
      if (record) {
        const endedAt = record.endedAt ?? now;
        accessTokens.set(token, { ...record, endedAt, endedWithSession: true });
      }
    }
    for (const token of shelf.refresh) {
      const record = refreshTokens.get(token);
      if (record) refreshTokens.set(token, { ...record, endedAt: record.endedAt ?? now });
    }
    ended.add(id);
    for (const oldest of ended) {
      if (ended.size <= mostEndedSessions) break;
      forget(oldest);
    }
    return true;
  }

  function putAccess(shelf: Shelf, record: AccessTokenRecord): void {
    accessTokens.set(record.token, record);
    shelf.access.push(record.token);
    if (shelf.access.length > mostTokensPerSession) {
      accessTokens.delete(shelf.access.shift() as string);
    }
  }

  function putRefresh(shelf: Shelf, record: RefreshTokenRecord): void {
    refreshTokens.set(record.token, record);
    shelf.refresh.push(record.token);
    if (shelf.refresh.length > mostTokensPerSession) {
      refreshTokens.delete(shelf.refresh.shift() as string);
    }
  }

  const sessions: Store['sessions'] = {
    add: async (session, limit) => {
      shelves.set(session.id, { session, access: [], refresh: [] });
      const owner = ownerOf(session);
      const live = liveByOwner.get(owner);
      if (!live) {
        liveByOwner.set(owner, [session.id]);
        return;
      }
      live.push(session.id);
      // Evicted sessions are forgotten at once: their tokens are then unknown, as at RingCentral.
      while (live.length > limit) {
        const oldest = live.shift() as string;
        const shelf = shelves.get(oldest);
        for (const token of shelf?.access ?? []) accessTokens.delete(token);
        for (const token of shelf?.refresh ?? []) refreshTokens.delete(token);
        shelves.delete(oldest);
      }
    },
    get: async (id) => shelves.get(id)?.session,
    list: async () => {
      const live = [...shelves.values()].map((shelf) => shelf.session);
      return live.filter((session) => session.ended === undefined);
    },
    end: async (id, reason, now) => end(id, reason, now),
  };

  const tokens: Store['tokens'] = {
    addPair: async (access, refresh) => {
      const shelf = shelves.get(access.sessionId);
      // The session ended while the pair was made; the pair must not outlive it.
      if (!shelf || shelf.session.ended !== undefined) return;
      putAccess(shelf, access);
      if (refresh) putRefresh(shelf, refresh);
    },
    getAccess: async (token) => accessTokens.get(token),
    getRefresh: async (token) => refreshTokens.get(token),
    noteUse: async (token, now) => {
      const record = accessTokens.get(token);
      if (!record) return;
      if (record.firstUsedAt === undefined) {
        accessTokens.set(token, { ...record, firstUsedAt: now });
      }
      const shelf = shelves.get(record.sessionId);
      if (shelf) shelf.session = { ...shelf.session, lastUsedAt: now };
    },
    expireAccess: async (clientId, now) => {
      const own = [...shelves.values()].filter(
        ({ session }) => session.clientId === clientId && session.ended === undefined,
      );
      for (const token of own.flatMap(({ access }) => access)) {
        const record = accessTokens.get(token);
        if (record) accessTokens.set(token, cutShort(record, now));
      }
      return own.length;
    },
    endAccess: async (token, now) => {
      const record = accessTokens.get(token);
      if (record && record.endedAt === undefined) {
        accessTokens.set(token, { ...record, endedAt: now });
      }
    },
    endRefresh: async (token, now) => {
      const record = refreshTokens.get(token);
      if (record && record.endedAt === undefined) {
        refreshTokens.set(token, { ...record, endedAt: now });
      }
    },
    swapRefresh: async (token, access, refresh, now) => {
      const record = refreshTokens.get(token);
      const shelf = record && shelves.get(record.sessionId);
      if (!record || !shelf || shelf.session.ended !== undefined) return { kind: 'gone' };
      if (record.successor) return { kind: 'already', record };
      if (record.endedAt !== undefined) return { kind: 'gone' };
      for (const earlier of shelf.access) {
        const one = accessTokens.get(earlier);
        if (one && one.endedAt === undefined) accessTokens.set(earlier, { ...one, endedAt: now });
      }
      refreshTokens.set(token, {
        ...record,
        successor: { accessToken: access.token, refreshToken: refresh?.token ?? '', at: now },
      });
      shelf.session = { ...shelf.session, lastUsedAt: now };
      putAccess(shelf, access);
      if (refresh) putRefresh(shelf, refresh);
      return { kind: 'swapped' };
    },
  };

  /** Whether every token of a session expired so long ago that nobody asks for it again. */
  function isStale({ session, access, refresh }: Shelf, now: number): boolean {
    let last = session.lastUsedAt;
    for (const token of access) last = Math.max(last, accessTokens.get(token)?.expiresAt ?? 0);
    for (const token of refresh) last = Math.max(last, refreshTokens.get(token)?.expiresAt ?? 0);
    return now - last > keptAfterExpiry;
  }

  return {
    sessions,
    tokens,
    sweep: (now: number) => {
      for (const [id, shelf] of shelves) if (isStale(shelf, now)) forget(id);
    },
    removeApp: (clientId: string) => {
      for (const [id, { session }] of shelves) if (session.clientId === clientId) forget(id);
    },
    clear: () => {
      shelves.clear();
      liveByOwner.clear();
      ended.clear();
      accessTokens.clear();
      refreshTokens.clear();
    },
  };
}
