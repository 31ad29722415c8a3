import type { Services } from '../context.ts';
import type { Policy } from '../policy.ts';
import type {
  AccessTokenRecord,
  AppRecord,
  RefreshTokenRecord,
  SessionRecord,
} from '../store/records.ts';
import type { Lifetimes } from './lifetimes.ts';
import { makeFamilyToken, sessionIdLength } from './family.ts';
import { makeToken } from './make-token.ts';

/** Classic apps issue refresh tokens unless told not to; current ones only when told to. */
export function issuesRefreshTokens(app: AppRecord): boolean {
  return app.portal === 'classic'
    ? app.issueRefreshTokens !== false
    : app.issueRefreshTokens === true;
}

/** AS-144: whether a refresh token that was used before has to be known as such for ever. */
export const detectsReuse = ({ rotation }: Policy): boolean => rotation === 'reuse-detection';

interface PairOptions {
  session: SessionRecord;
  /** What the access token is good for; at most the session's own. */
  scopes: readonly string[];
  lifetimes: Lifetimes;
  withRefresh: boolean;
  /** Whether the refresh token is known as its session's after its record is gone (AS-144). */
  provesFamily: boolean;
  now: number;
}

/** AS-147: until when a session has refresh tokens at all. */
const endOfFamily = ({ createdAt }: SessionRecord, { familySeconds }: Lifetimes): number =>
  familySeconds === 0 ? Infinity : createdAt + familySeconds * 1000;

/** A new pair, not stored yet. The refresh token keeps the session's scopes (AS-146). */
export async function makePair(
  { session, scopes, lifetimes, withRefresh, provesFamily, now }: PairOptions,
  services: Services,
): Promise<{ access: AccessTokenRecord; refresh: RefreshTokenRecord | undefined }> {
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
            token: provesFamily
              ? await makeFamilyToken(session, services)
              : makeToken(services.randomText),
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
    policy: Policy;
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
  const { app, userId, grantType, scopes, lifetimes, policy, now } = options;
  const named = options.endpointId !== undefined && endpointId.test(options.endpointId);
  const session: SessionRecord = {
    id: services.randomText(sessionIdLength),
    clientId: app.clientId,
    userId,
    grantType,
    scopes,
    endpointId: named ? (options.endpointId as string) : services.randomText(22),
    createdAt: now,
    lastUsedAt: now,
    familySecret: services.randomText(22),
  };
  const withRefresh =
    options.withRefresh && lifetimes.refreshSeconds > 0 && issuesRefreshTokens(app);
  const provesFamily = detectsReuse(policy);
  const pair = await makePair(
    { session, scopes, lifetimes, withRefresh, provesFamily, now },
    services,
  );
  await services.store.sessions.add(session, policy.sessionsPerUserAndApp, now);
  await services.store.tokens.addPair(pair.access, pair.refresh);
  return { session, ...pair };
}
