import { assertionChecks, readAssertion } from '../checks/assertion/index.ts';
import { beginSession } from '../tokens/issue.ts';
import { lifetimes } from '../tokens/lifetimes.ts';
import { tokenResponse } from '../tokens/response.ts';
import { type Grant, refused } from './grant.ts';
import { missing } from '../checks/client-request.ts';
import { scopesOfApp } from './granted-scopes.ts';

export const jwtBearerType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/**
 * Exchanges a JWT credential of the console for tokens of its user. RingCentral
 * adds a refresh token where the app has them on; RFC 7521 section 4.1 advises against it,
 * and whoever asks for the RFC's answers gets none (AS-162).
 *
 * @see RFC 7523 section 2.1
 */
export const jwtBearer: Grant = async (request) => {
  const { app, incoming, parameters, policy, services } = request;
  const text = parameters.get('assertion');
  if (text === undefined) return refused(missing('assertion', 'AS-153'));
  const read = readAssertion(text);
  if (read.kind === 'refused') return refused(read.fault);
  const { assertion } = read;
  for (const check of assertionChecks) {
    const fault = await check(assertion, request);
    if (fault) return refused(fault);
  }
  if (!assertion.user) throw new Error('The checks let an assertion pass without its user');
  const asked = scopesOfApp(parameters.get('scope'), app.scopes, policy.unknownScope);
  if (asked.kind === 'refused') return refused({ ...asked.fault, rule: 'AS-161' });

  const { session, access, refresh } = await beginSession(
    {
      app,
      userId: assertion.user.extensionId,
      grantType: jwtBearerType,
      scopes: asked.scopes,
      lifetimes: lifetimes(parameters, policy),
      policy,
      endpointId: parameters.get('endpoint_id'),
      withRefresh: policy.errorShape === 'ringcentral',
      now: incoming.now,
    },
    services,
  );
  return { kind: 'tokens', answer: tokenResponse(session, access, refresh, incoming.now) };
};
