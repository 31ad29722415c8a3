import { copyText } from '#protocol/text/copy-text.ts';
import {
  endedSessionsPerApp,
  mostAccessTokens,
  mostReplacedTokens,
  sessionsInAll,
  staleAfter,
} from '../../limits.ts';
import { cutShort } from '../cut-short.ts';
import type { AccessTokenRecord, RefreshTokenRecord, SessionRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { createTextPool } from '../text-pool.ts';
import type { ShelfUsage } from '../usage.ts';
import { weightOfSession, weightOfToken } from '../weight-of-grant.ts';
import { SessionShares } from './session-shares.ts';

/** A session with the tokens that belong to it, oldest first. */
interface Shelf {
  session: SessionRecord;
  access: string[];
  refresh: string[];
  octets: number;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((member, index) => member === other[index]);

/** The session's own list where a token has all its scopes, which most have. */
const ownScopes = (scopes: string[], ofSession: string[]): string[] =>
  isSame(scopes, ofSession)
    ? ofSession
    : scopes.map((one) => ofSession.find((own) => own === one) ?? copyText(one));

/** A token as it is kept: what it shares with its session is the session's own text. */
function ownToken<Kind extends AccessTokenRecord | RefreshTokenRecord>(
  record: Kind,
  { id, clientId, scopes }: SessionRecord,
): Kind {
  return {
    ...record,
    token: copyText(record.token),
    sessionId: id,
    clientId,
    scopes: ownScopes(record.scopes, scopes),
  };
}

/** Sessions and their tokens: one shelf, because they live and die together. */
export function createGrantShelves() {
  const shelves = new Map<string, Shelf>();
  const shares = new SessionShares();
  /** Live session ids of a user in an app, oldest first. */
  const liveByOwner = new Map<string, string[]>();
  const accessTokens = new Map<string, AccessTokenRecord>();
  const refreshTokens = new Map<string, RefreshTokenRecord>();

  const share = createTextPool();

  /** A session as it is kept: it holds nothing of the request that began it. */
  const ownSession = (record: SessionRecord): SessionRecord => ({
    ...record,
    id: copyText(record.id),
    clientId: share(record.clientId),
    grantType: share(record.grantType),
    endpointId: copyText(record.endpointId),
    scopes: record.scopes.map(share),
    ...(record.familySecret !== undefined && { familySecret: copyText(record.familySecret) }),
  });

  const ownerOf = ({ clientId, userId }: SessionRecord) => `${userId} ${clientId}`;

  function leave(session: SessionRecord): void {
    const owner = ownerOf(session);
    const live = liveByOwner.get(owner);
    const place = live?.indexOf(session.id) ?? -1;
    if (place >= 0) live?.splice(place, 1);
    if (live?.length === 0) liveByOwner.delete(owner);
  }

  /** Drops a session with its tokens, so that they are unknown. */
  function forget(id: string): void {
    const shelf = shelves.get(id);
    if (!shelf) return;
    for (const token of shelf.access) accessTokens.delete(token);
    for (const token of shelf.refresh) refreshTokens.delete(token);
    shelves.delete(id);
    shares.remove(shelf.session.clientId, id, shelf.octets);
    leave(shelf.session);
  }

  function end(id: string, reason: NonNullable<SessionRecord['ended']>, now: number): boolean {
    const shelf = shelves.get(id);
    if (!shelf || shelf.session.ended !== undefined) return false;
    const { clientId } = shelf.session;
    leave(shelf.session);
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
    shares.end(clientId, id);
    for (;;) {
      const oldest = shares.endedBeyond(clientId, endedSessionsPerApp);
      if (oldest === undefined) return true;
      forget(oldest);
    }
  }

  function grow(shelf: Shelf, octets: number): void {
    shelf.octets += octets;
    shares.grow(shelf.session.clientId, octets);
  }

  /** Puts a token on its session's shelf, and drops the session's oldest of the kind beyond `most`. */
  function put<Kind extends AccessTokenRecord | RefreshTokenRecord>(
    shelf: Shelf,
    { kept, tokens, most }: { kept: Map<string, Kind>; tokens: string[]; most: number },
    record: Kind,
  ): void {
    const own = ownToken(record, shelf.session);
    kept.set(own.token, own);
    tokens.push(own.token);
    grow(shelf, weightOfToken(own, shelf.session.scopes));
    while (tokens.length > most) {
      const oldest = tokens.shift() as string;
      const dropped = kept.get(oldest);
      kept.delete(oldest);
      if (dropped) grow(shelf, -weightOfToken(dropped, shelf.session.scopes));
    }
  }

  function putPair(
    shelf: Shelf,
    access: AccessTokenRecord,
    refresh: RefreshTokenRecord | undefined,
    mostAccess: number,
  ): void {
    put(shelf, { kept: accessTokens, tokens: shelf.access, most: mostAccess }, access);
    const { refresh: tokens } = shelf;
    if (refresh) put(shelf, { kept: refreshTokens, tokens, most: mostReplacedTokens }, refresh);
    bound(shelf.session);
  }

  /** Ends what is too much, and never what has just come. */
  function bound({ clientId, id }: SessionRecord): void {
    for (;;) {
      const oldest = shares.tooMany(clientId, id);
      if (oldest === undefined) return;
      forget(oldest);
    }
  }

  const sessions: Store['sessions'] = {
    add: async (record, limit) => {
      const session = ownSession(record);
      const octets = weightOfSession(session);
      shelves.set(session.id, { session, access: [], refresh: [], octets });
      shares.add(session.clientId, session.id, octets);
      const owner = ownerOf(session);
      const live = liveByOwner.get(owner) ?? [];
      liveByOwner.set(owner, live);
      live.push(session.id);
      // Evicted sessions are forgotten at once: their tokens are then unknown, as at RingCentral.
      for (const oldest of live.slice(0, Math.max(0, live.length - limit))) forget(oldest);
      bound(session);
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
      putPair(shelf, access, refresh, mostAccessTokens);
    },
    getAccess: async (token) => accessTokens.get(token),
    getRefresh: async (token) => refreshTokens.get(token),
    noteUse: async (token, now) => {
      const record = accessTokens.get(token);
      if (!record) return;
      if (record.firstUsedAt === undefined) {
        accessTokens.set(record.token, { ...record, firstUsedAt: now });
      }
      const shelf = shelves.get(record.sessionId);
      if (shelf) shelf.session = { ...shelf.session, lastUsedAt: now };
    },
    expireAccess: async (clientId, now) => {
      const live = shares.liveOf(clientId);
      for (const token of live.flatMap((id) => shelves.get(id)?.access ?? [])) {
        const record = accessTokens.get(token);
        if (record) accessTokens.set(token, cutShort(record, now));
      }
      return live.length;
    },
    endAccess: async (token, now) => {
      const record = accessTokens.get(token);
      if (record && record.endedAt === undefined) {
        accessTokens.set(record.token, { ...record, endedAt: now });
      }
    },
    endRefresh: async (token, now) => {
      const record = refreshTokens.get(token);
      if (record && record.endedAt === undefined) {
        refreshTokens.set(record.token, { ...record, endedAt: now });
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
      const successor = {
        accessToken: copyText(access.token),
        refreshToken: copyText(refresh?.token ?? ''),
        at: now,
      };
      refreshTokens.set(record.token, { ...record, successor });
      shelf.session = { ...shelf.session, lastUsedAt: now };
      putPair(shelf, access, refresh, mostReplacedTokens);
      return { kind: 'swapped' };
    },
  };

  /** Whether every token of a session expired so long ago that nobody asks for it again. */
  function isStale({ session, access, refresh }: Shelf, now: number): boolean {
    let last = session.lastUsedAt;
    for (const token of access) last = Math.max(last, accessTokens.get(token)?.expiresAt ?? 0);
    for (const token of refresh) last = Math.max(last, refreshTokens.get(token)?.expiresAt ?? 0);
    return now - last > staleAfter;
  }

  return {
    sessions,
    tokens,
    usage: (): ShelfUsage => ({ name: 'sessions', used: shares.used(), of: sessionsInAll }),
    sweep: (now: number) => {
      for (const [id, shelf] of shelves) if (isStale(shelf, now)) forget(id);
    },
    removeApp: (clientId: string) => {
      for (const id of shares.allOf(clientId)) forget(id);
    },
    clear: () => {
      shelves.clear();
      shares.clear();
      liveByOwner.clear();
      accessTokens.clear();
      refreshTokens.clear();
    },
  };
}
