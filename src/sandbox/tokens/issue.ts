import type { Services } from '../context.ts';
import type {
  AccessTokenRecord,
  AppRecord,
  RefreshTokenRecord,
  SessionRecord,
} from '../store/records.ts';
import type { Lifetimes } from './lifetimes.ts';
import { makeToken } from './make-token.ts';

/** Classic apps issue refresh tokens unless told not to; current ones only when told to. */
export function issuesRefreshTokens(app: AppRecord): boolean {
  return app.portal === 'classic'
    ? app.issueRefreshTokens !== false
    : app.issueRefreshTokens === true;
}

interface PairOptions {
  session: SessionRecord;
  /** What the access token is good for; at most the session's own. */
  scopes: readonly string[];
  lifetimes: Lifetimes;
  withRefresh: boolean;
  now: number;
}

/** AS-147: until when a session has refresh tokens at all. */
const endOfFamily = ({ createdAt }: SessionRecord, { familySeconds }: Lifetimes): number =>
  familySeconds === 0 ? Infinity : createdAt + familySeconds * 1000;

/** A new pair, not stored yet. The refresh token keeps the session's scopes (AS-146). */
export function makePair(
  { session, scopes, lifetimes, withRefresh, now }: PairOptions,
  services: Services,
): { access: AccessTokenRecord; refresh: RefreshTokenRecord | undefined } {
  const { clientId, userId } = session;
  const owner = { sessionId: session.id, clientId, userId, issuedAt: now };
  const refreshEnd = now + lifetimes.refreshSeconds * 1000;
  const familyEnd = endOfFamily(session, lifetimes);
  return {
    access: {
      ...owner,
      token: makeToken(services.randomText),
      scopes: [...scopes],
      expiresAt: now + lifetimes.accessSeconds * 1000,
    },
    refresh:
      withRefresh && familyEnd > now
        ? {
            ...owner,
            token: makeToken(services.randomText),
            scopes: session.scopes,
            expiresAt: Math.min(refreshEnd, familyEnd),
            ...(familyEnd < refreshEnd && { endsWithFamily: true }),
          }
        : undefined,
  };
}

/** Letters that a client may name its endpoint with; anything else gets a name of the sandbox's. */
const endpointId = /^[\x21-\x7e]{1,256}$/;

/** One sign-in of a user in an app: a session, and its first tokens, both stored. */
export async function beginSession(
  options: {
    app: AppRecord;
    userId: number;
    grantType: string;
    scopes: string[];
    lifetimes: Lifetimes;
    sessionLimit: number;
    /** As the client names itself, where it does. */
    endpointId?: string | undefined;
    withRefresh: boolean;
    now: number;
  },
  services: Services,
): Promise<{
  session: SessionRecord;
  access: AccessTokenRecord;
  refresh: RefreshTokenRecord | undefined;
}> {
  const { app, userId, grantType, scopes, lifetimes, now } = options;
  const named = options.endpointId !== undefined && endpointId.test(options.endpointId);
  const session: SessionRecord = {
    id: services.randomText(22),
    clientId: app.clientId,
    userId,
    grantType,
    scopes,
    endpointId: named ? (options.endpointId as string) : services.randomText(22),
    createdAt: now,
    lastUsedAt: now,
  };
  const withRefresh =
    options.withRefresh && lifetimes.refreshSeconds > 0 && issuesRefreshTokens(app);
  const pair = makePair({ session, scopes, lifetimes, withRefresh, now }, services);
  await services.store.sessions.add(session, options.sessionLimit, now);
  await services.store.tokens.addPair(pair.access, pair.refresh);
  return { session, ...pair };
}
