import type { Fault } from '#protocol/errors/fault.ts';
import { userChecks } from '../checks/user/index.ts';
import { isPasswordOf } from '../checks/user/password.ts';
import { findUser } from '../demo/users.ts';
import { attempt, tooMany, userSubject } from '../checks/failure-limit.ts';
import { beginSession } from '../tokens/issue.ts';
import { lifetimes } from '../tokens/lifetimes.ts';
import { tokenResponse } from '../tokens/response.ts';
import { type Grant, type GrantOutcome, refused } from './grant.ts';
import { type GrantRequest, missing } from '../checks/client-request.ts';
import { scopesOfApp } from './granted-scopes.ts';

/**
 * Takes a user's password from the app. Kept to show what it was: RingCentral
 * ended it on 31 March 2024, and RFC 9700 section 2.4 forbids it.
 *
 * @see RFC 6749 section 4.3
 */
export const password: Grant = async (request) => {
  const { app, incoming, parameters, policy, services } = request;
  const username = parameters.get('username');
  const given = parameters.get('password');
  if (username === undefined || given === undefined) {
    const absent = missing(username === undefined ? 'username' : 'password', 'AS-137');
    return refusedOwner({ ...absent, code: 'SANDBOX-USER-2', message: incomplete }, request);
  }

  const user = findUser(username, parameters.get('extension'));
  // AS-137: an unknown user and a wrong password get one answer, after the same work.
  const outcome = await attempt(
    userSubject(user, username),
    isPasswordOf(user, given),
    policy.failureLimit,
    incoming,
    services,
  );
  if (outcome.kind === 'limited') {
    return refused(tooMany('AS-139', outcome.retryAfterSeconds, incoming));
  }
  if (!user || outcome.kind === 'wrong') {
    return refusedOwner({ code: 'OAU-140', rule: 'AS-137' }, request);
  }
  for (const check of userChecks) {
    const fault = check(user, app, policy);
    if (fault) return refusedOwner(fault, request);
  }
  const asked = scopesOfApp(parameters.get('scope'), app.scopes, policy.unknownScope);
  if (asked.kind === 'refused') return refused(asked.fault);

  const { session, access, refresh } = await beginSession(
    {
      app,
      userId: user.extensionId,
      grantType: 'password',
      scopes: asked.scopes,
      lifetimes: lifetimes(parameters, policy),
      policy,
      endpointId: parameters.get('endpoint_id'),
      withRefresh: true,
      now: incoming.now,
    },
    services,
  );
  return { kind: 'tokens', answer: tokenResponse(session, access, refresh, incoming.now) };
};

/** RingCentral was recorded to challenge with Basic where it refuses the user of this grant, with 400. */
const refusedOwner = (fault: Fault, { basic, policy }: GrantRequest): GrantOutcome =>
  refused(
    policy.errorShape === 'ringcentral' && basic.length > 0
      ? { ...fault, challenge: 'Basic' }
      : fault,
  );

const incomplete = 'Resource Owner credentials are incomplete.';
