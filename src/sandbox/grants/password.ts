import { userChecks } from '../checks/user/index.ts';
import { isPasswordOf } from '../checks/user/password.ts';
import { findUser } from '../demo/users.ts';
import { attempt, tooMany, userSubject } from '../checks/failure-limit.ts';
import { beginSession } from '../tokens/issue.ts';
import { lifetimes } from '../tokens/lifetimes.ts';
import { tokenResponse } from '../tokens/response.ts';
import { type Grant, refused } from './grant.ts';
import { missing } from '../checks/client-request.ts';
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
    return refused({ ...absent, code: 'SANDBOX-USER-2', message: incomplete });
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
  if (!user || outcome.kind === 'wrong') return refused({ code: 'OAU-140', rule: 'AS-137' });
  for (const check of userChecks) {
    const fault = check(user, app, policy);
    if (fault) return refused(fault);
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

const incomplete = 'Resource Owner credentials are incomplete.';
