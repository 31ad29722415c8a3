import type { Fault } from '#protocol/errors/fault.ts';
import type { RefreshTokenRecord, SessionRecord } from '../store/records.ts';
import { detectsReuse } from '../tokens/issue.ts';
import { tokenResponse } from '../tokens/response.ts';
import { accessState } from '../tokens/state.ts';
import { type GrantOutcome, refused } from './grant.ts';
import type { GrantRequest } from '../checks/client-request.ts';

/** How long a used refresh token lives on once the access token that it brought was used. */
const graceAfterUse = 10_000;
/** How long it lives on while that access token was never used. */
const graceWithoutUse = 3_600_000;

const gone: Fault = { code: 'OAU-213', rule: 'AS-150' };

/**
 * A refresh token that was used before. `grace` is RingCentral's way: for a
 * while it answers with the same pair, because the first answer may be lost.
 * `reuse-detection` is RFC 9700's: someone else has the token, so the session
 * ends for both (AS-144). `rotate` only refuses.
 *
 * @param record undefined where it is no longer kept: the first use was long ago
 */
export async function secondUse(
  record: RefreshTokenRecord | undefined,
  session: SessionRecord,
  request: GrantRequest,
): Promise<GrantOutcome> {
  const { incoming, policy, services } = request;
  if (detectsReuse(policy)) {
    await services.store.sessions.end(session.id, 'reused', incoming.now);
    return refused({ code: 'OAU-213', rule: 'AS-144' });
  }
  return policy.rotation === 'grace' && record
    ? serveAgain(record, session, request)
    : refused(gone);
}

async function serveAgain(
  { successor }: RefreshTokenRecord,
  session: SessionRecord,
  { incoming, services }: GrantRequest,
): Promise<GrantOutcome> {
  if (!successor) return refused(gone);
  const { now } = incoming;
  const { tokens } = services.store;
  const access = await tokens.getAccess(successor.accessToken);
  // The pair was refreshed or revoked since: whoever did so had received it.
  if (!access || accessState(access, now) !== 'live') return refused(gone);
  const until =
    access.firstUsedAt === undefined
      ? successor.at + graceWithoutUse
      : access.firstUsedAt + graceAfterUse;
  if (now > until) return refused(gone);
  const refresh =
    successor.refreshToken === '' ? undefined : await tokens.getRefresh(successor.refreshToken);
  return { kind: 'tokens', answer: tokenResponse(session, access, refresh, now) };
}
