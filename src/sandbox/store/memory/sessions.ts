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
import type { Usage } from '../usage.ts';
import { weightOfSession, weightOfToken } from '../weight-of-grant.ts';
import { SessionShares } from './session-shares.ts';

/** A session with the tokens that belong to it, oldest first. */
interface Entry {
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

/** Sessions and their tokens: one entry, because they live and die together. */
export function createGrantStore() {
  const entries = new Map<string, Entry>();
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
    const entry = entries.get(id);
    if (!entry) return;
    for (const token of entry.access) accessTokens.delete(token);
    for (const token of entry.refresh) refreshTokens.delete(token);
    entries.delete(id);
    shares.remove(entry.session.clientId, id, entry.octets);
    leave(entry.session);
  }

  function end(id: string, reason: NonNullable<SessionRecord['ended']>, now: number): boolean {
    const entry = entries.get(id);
    if (!entry || entry.session.ended !== undefined) return false;
    const { clientId } = entry.session;
    leave(entry.session);
    entry.session = { ...entry.session, ended: reason, lastUsedAt: now };
    for (const token of entry.access) {
      const record = accessTokens.get(token);
      if (record) {
        const endedAt = record.endedAt ?? now;
        accessTokens.set(token, { ...record, endedAt, endedWithSession: true });
      }
    }
    for (const token of entry.refresh) {
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

  function grow(entry: Entry, octets: number): void {
    entry.octets += octets;
    shares.grow(entry.session.clientId, octets);
  }

  /** Puts a token on its session's entry, and drops the session's oldest of the kind beyond `most`. */
  function put<Kind extends AccessTokenRecord | RefreshTokenRecord>(
    entry: Entry,
    { kept, tokens, most }: { kept: Map<string, Kind>; tokens: string[]; most: number },
    record: Kind,
  ): void {
    const own = ownToken(record, entry.session);
    kept.set(own.token, own);
    tokens.push(own.token);
    grow(entry, weightOfToken(own, entry.session.scopes));
    while (tokens.length > most) {
      const oldest = tokens.shift() as string;
      const dropped = kept.get(oldest);
      kept.delete(oldest);
      if (dropped) grow(entry, -weightOfToken(dropped, entry.session.scopes));
    }
  }

  function putPair(
    entry: Entry,
    access: AccessTokenRecord,
    refresh: RefreshTokenRecord | undefined,
    mostAccess: number,
  ): void {
    put(entry, { kept: accessTokens, tokens: entry.access, most: mostAccess }, access);
    const { refresh: tokens } = entry;
    if (refresh) put(entry, { kept: refreshTokens, tokens, most: mostReplacedTokens }, refresh);
    bound(entry.session);
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
      entries.set(session.id, { session, access: [], refresh: [], octets });
      shares.add(session.clientId, session.id, octets);
      const owner = ownerOf(session);
      const live = liveByOwner.get(owner) ?? [];
      liveByOwner.set(owner, live);
      live.push(session.id);
      // Evicted sessions are forgotten at once: their tokens are then unknown, as at RingCentral.
      for (const oldest of live.slice(0, Math.max(0, live.length - limit))) forget(oldest);
      bound(session);
    },
    get: async (id) => entries.get(id)?.session,
    list: async () => {
      const live = [...entries.values()].map((entry) => entry.session);
      return live.filter((session) => session.ended === undefined);
    },
    end: async (id, reason, now) => end(id, reason, now),
  };

  const tokens: Store['tokens'] = {
    addPair: async (access, refresh) => {
      const entry = entries.get(access.sessionId);
      // The session ended while the pair was made; the pair must not outlive it.
      if (!entry || entry.session.ended !== undefined) return;
      putPair(entry, access, refresh, mostAccessTokens);
    },
    getAccess: async (token) => accessTokens.get(token),
    getRefresh: async (token) => refreshTokens.get(token),
    markUsed: async (token, now) => {
      const record = accessTokens.get(token);
      if (!record) return;
      if (record.firstUsedAt === undefined) {
        accessTokens.set(record.token, { ...record, firstUsedAt: now });
      }
      const entry = entries.get(record.sessionId);
      if (entry) entry.session = { ...entry.session, lastUsedAt: now };
    },
    expireAccess: async (clientId, now) => {
      const live = shares.liveOf(clientId);
      for (const token of live.flatMap((id) => entries.get(id)?.access ?? [])) {
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
      const entry = record && entries.get(record.sessionId);
      if (!record || !entry || entry.session.ended !== undefined) return { kind: 'gone' };
      if (record.successor) return { kind: 'already', record };
      if (record.endedAt !== undefined) return { kind: 'gone' };
      for (const earlier of entry.access) {
        const one = accessTokens.get(earlier);
        if (one && one.endedAt === undefined) accessTokens.set(earlier, { ...one, endedAt: now });
      }
      const successor = {
        accessToken: copyText(access.token),
        refreshToken: copyText(refresh?.token ?? ''),
        at: now,
      };
      refreshTokens.set(record.token, { ...record, successor });
      entry.session = { ...entry.session, lastUsedAt: now };
      putPair(entry, access, refresh, mostReplacedTokens);
      return { kind: 'swapped' };
    },
  };

  /** Whether every token of a session expired so long ago that nobody asks for it again. */
  function isStale({ session, access, refresh }: Entry, now: number): boolean {
    let last = session.lastUsedAt;
    for (const token of access) last = Math.max(last, accessTokens.get(token)?.expiresAt ?? 0);
    for (const token of refresh) last = Math.max(last, refreshTokens.get(token)?.expiresAt ?? 0);
    return now - last > staleAfter;
  }

  return {
    sessions,
    tokens,
    usage: (): Usage => ({ name: 'sessions', used: shares.used(), of: sessionsInAll }),
    sweep: (now: number) => {
      for (const [id, entry] of entries) if (isStale(entry, now)) forget(id);
    },
    removeApp: (clientId: string) => {
      for (const id of shares.allOf(clientId)) forget(id);
    },
    clear: () => {
      entries.clear();
      shares.clear();
      liveByOwner.clear();
      accessTokens.clear();
      refreshTokens.clear();
    },
  };
}
