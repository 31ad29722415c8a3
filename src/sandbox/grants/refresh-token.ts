import type { Fault } from '#protocol/errors/fault.ts';
import type { RefreshTokenRecord, SessionRecord } from '../store/records.ts';
import { findFamily } from '../tokens/family.ts';
import { detectsReuse, issuesRefreshTokens, makePair } from '../tokens/issue.ts';
import { lifetimes } from '../tokens/lifetimes.ts';
import { tokenResponse } from '../tokens/response.ts';
import { refreshState } from '../tokens/state.ts';
import { secondUse } from './refresh-second-use.ts';
import { type Grant, type GrantOutcome, refused } from './grant.ts';
import { type GrantRequest, missing } from '../checks/client-request.ts';
import { scopesOfSession } from './granted-scopes.ts';

const unknown: Fault = { code: 'OAU-213', rule: 'AS-141' };

/**
 * Exchanges a refresh token for a new pair, by the rotation in force.
 *
 * @see RFC 6749 section 6, RFC 9700 section 4.14
 */
export const refreshToken: Grant = async (request) => {
  const { app, incoming, parameters, services } = request;
  const text = parameters.get('refresh_token');
  if (text === undefined) return refused(missing('refresh_token', 'AS-141'));

  const record = await services.store.tokens.getRefresh(text);
  // AS-142: what belongs to another app is as good as unknown.
  if (!record) return dropped(text, request);
  if (record.clientId !== app.clientId) return refused(unknown);
  const session = await services.store.sessions.get(record.sessionId);
  if (!session) return refused(unknown);
  switch (refreshState(record, incoming.now)) {
    case 'ended':
      return refused(afterTheEnd(session));
    case 'replaced':
      return secondUse(record, session, request);
    case 'expired':
      return refused({ code: 'OAU-210', rule: record.endsWithFamily ? 'AS-147' : 'AS-141' });
    case 'live':
      return rotate(record, session, request);
  }
};

/** A token that is not kept: unknown, or one that was replaced so long ago that its record is gone. */
async function dropped(text: string, request: GrantRequest): Promise<GrantOutcome> {
  const session = await findFamily(text, request.services);
  if (session?.clientId !== request.app.clientId) return refused(unknown);
  return session.ended === undefined
    ? secondUse(undefined, session, request)
    : refused(afterTheEnd(session));
}

/** Revoked by someone who may, or ended because a code or token was used twice (AS-148). */
function afterTheEnd({ ended }: SessionRecord): Fault {
  return ended === undefined || ended === 'revoked' || ended === 'user'
    ? { code: 'OAU-211', rule: 'AS-141' }
    : { code: 'OAU-213', rule: 'AS-148' };
}

async function rotate(
  record: RefreshTokenRecord,
  session: SessionRecord,
  request: GrantRequest,
): Promise<GrantOutcome> {
  const { app, incoming, parameters, policy, services } = request;
  const { now } = incoming;
  const asked = scopesOfSession(parameters.get('scope'), session.scopes);
  if (asked.kind === 'refused') return refused(asked.fault);
  const life = lifetimes(parameters, policy);
  const keeps = policy.rotation === 'none';
  const { access, refresh } = await makePair(
    {
      session,
      scopes: asked.scopes,
      lifetimes: life,
      provesFamily: detectsReuse(policy),
      withRefresh: !keeps && life.refreshSeconds > 0 && issuesRefreshTokens(app),
      now,
    },
    services,
  );
  if (keeps) {
    // AS-151: the client goes on with the refresh token that it has.
    await services.store.tokens.addPair(access, undefined);
    return { kind: 'tokens', answer: tokenResponse(session, access, record, now) };
  }
  const outcome = await services.store.tokens.swapRefresh(record.token, access, refresh, now);
  if (outcome.kind === 'gone') return refused(unknown);
  if (outcome.kind === 'already') return secondUse(outcome.record, session, request);
  return { kind: 'tokens', answer: tokenResponse(session, access, refresh, now) };
}
