import type { Fault } from '#protocol/errors/fault.ts';
import {
  bindingChecks,
  firstFault,
  notExpired,
  ownClient,
  verifierChecks,
} from '../checks/code/index.ts';
import type { CodeRecord } from '../store/records.ts';
import { beginSession } from '../tokens/issue.ts';
import { lifetimes } from '../tokens/lifetimes.ts';
import { tokenResponse } from '../tokens/response.ts';
import { type Grant, type GrantOutcome, refused } from './grant.ts';
import { type GrantRequest, missing } from '../checks/client-request.ts';

/**
 * Exchanges a code, once, for the first tokens of a session.
 * A `scope` parameter is ignored: the code carries what was granted (AS-135).
 *
 * @see RFC 6749 section 4.1.3, RFC 7636 section 4.5
 */
export const authorizationCode: Grant = async (request) => {
  const { incoming, parameters, policy, services } = request;
  const text = parameters.get('code');
  if (text === undefined) return refused(missing('code', 'AS-118'));

  const code = await services.store.codes.get(text);
  if (!code) return refused({ code: 'OAU-106', rule: 'AS-119' });
  const foreign = await ownClient(code, request);
  if (foreign) return refused(foreign);
  if (code.spentAt !== undefined) return replay(code, request);

  const unbound = await firstFault([notExpired, ...bindingChecks], code, request);
  if (unbound) return refused(unbound);
  const wrong = await firstFault(verifierChecks, code, request);
  if (wrong) {
    // AS-134: one guess a code.
    if (policy.consumeCodeOnWrongVerifier) await services.store.codes.spend(text, incoming.now);
    return refused(wrong);
  }
  // AS-127: of all that came this far at the same time, one is told yes; the others use it again.
  const isFirst = await services.store.codes.spend(text, incoming.now);
  return isFirst ? redeem(code, request) : replay({ ...code, spentAt: incoming.now }, request);
};

const used: Fault = { code: 'OAU-106', rule: 'AS-124' };

async function redeem(code: CodeRecord, request: GrantRequest): Promise<GrantOutcome> {
  const { app, incoming, parameters, policy, services } = request;
  const { session, access, refresh } = await beginSession(
    {
      app,
      userId: code.userId,
      grantType: 'authorization_code',
      scopes: code.scopes,
      lifetimes: lifetimes(parameters, policy),
      policy,
      endpointId: parameters.get('endpoint_id'),
      withRefresh: true,
      now: incoming.now,
    },
    services,
  );
  const { codes, sessions } = services.store;
  const isAlone = await codes.setSession(code.code, session.id);
  // The second use came while the session began, and could not end it yet.
  if (!isAlone) await sessions.end(session.id, 'replayed', incoming.now);
  return { kind: 'tokens', answer: tokenResponse(session, access, refresh, incoming.now) };
}

/**
 * AS-125 and AS-126: a second use is refused, and ends the session of the first
 * one: under `valid` only when the request would otherwise have been right, so
 * that a thief without the verifier cannot log the user out.
 */
async function replay(code: CodeRecord, request: GrantRequest): Promise<GrantOutcome> {
  const { incoming, policy, services } = request;
  const { spentAt = 0 } = code;
  const remembered = incoming.now - spentAt <= policy.codeTombstoneSeconds * 1000;
  if (!remembered || policy.revokeOnReplay === 'none') return refused(used);
  const fault = await firstFault([...bindingChecks, ...verifierChecks], code, request);
  if (policy.revokeOnReplay === 'valid' && fault) return refused(used);
  const sessionId = await services.store.codes.markReplayed(code.code);
  if (sessionId === undefined) return refused(used);
  await services.store.sessions.end(sessionId, 'replayed', incoming.now);
  return refused({ ...used, rule: 'AS-125' });
}
