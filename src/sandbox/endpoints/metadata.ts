import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';
import { jwtBearerType } from '../grants/jwt-bearer.ts';
import { inForce, type Policy } from '../policy.ts';
import { respond } from '../wire/responses.ts';
import type { PlainResponse } from '../wire/plain-response.ts';

/** Authentication at the token and revocation endpoints; `none` is the public client's. */
const authMethods = ['client_secret_basic', 'client_secret_post', 'none'];

/** What the server does under a policy, and nothing that it does not (AS-198). */
function describe(issuer: string, policy: Policy): Record<string, unknown> {
  const { implicit, password, plain, iss } = inForce(policy);
  return {
    issuer,
    authorization_endpoint: `${issuer}/restapi/oauth/authorize`,
    token_endpoint: `${issuer}/restapi/oauth/token`,
    revocation_endpoint: `${issuer}/restapi/oauth/revoke`,
    jwks_uri: `${issuer}/restapi/oauth/jwks`,
    response_types_supported: implicit ? ['code', 'token'] : ['code'],
    response_modes_supported: implicit ? ['query', 'fragment'] : ['query'],
    grant_types_supported: [
      'authorization_code',
      'refresh_token',
      jwtBearerType,
      ...(implicit ? ['implicit'] : []),
      ...(password ? ['password'] : []),
    ],
    token_endpoint_auth_methods_supported: authMethods,
    revocation_endpoint_auth_methods_supported: authMethods,
    code_challenge_methods_supported: plain ? ['S256', 'plain'] : ['S256'],
    authorization_response_iss_parameter_supported: iss,
    ui_locales_supported: ['en'],
  };
}

/**
 * `/.well-known/oauth-authorization-server`, and the same under OpenID's name,
 * which is the one that RingCentral publishes. It tells the truth of the policy
 * in force (AS-190 to AS-198).
 *
 * @see RFC 8414 section 3
 */
export async function metadata(incoming: Incoming, services: Services): Promise<PlainResponse> {
  const document = describe(incoming.origin, await services.policyFor());
  return respond(incoming, 200, JSON.stringify(document), {
    'content-type': 'application/json;charset=UTF-8',
    'cache-control': 'no-store',
  });
}
