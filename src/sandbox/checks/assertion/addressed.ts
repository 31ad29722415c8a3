import type { GrantRequest } from '../client-request.ts';
import { type AssertionCheck, parameters } from './check.ts';

/**
 * What this server is called: by the origin that the request came to, and by
 * the site's other loopback names, so that a JWT made at `localhost` works at `127.0.0.1`.
 */
function ownNames({ incoming, services }: GrantRequest): readonly string[] {
  return [incoming.origin, ...services.siteOrigins];
}

/** AS-158: this server trusts its own key for its own name alone. */
export const issuedHere: AssertionCheck = ({ claims }, request) =>
  claims && ownNames(request).includes(claims.iss)
    ? undefined
    : { code: 'SANDBOX-JWT-2', rule: 'AS-158', parameters };

/** AS-156: the audience, or one of several, is the issuer or its token endpoint, character by character. */
export const meantForHere: AssertionCheck = ({ claims }, request) => {
  const audiences = [claims?.aud ?? []].flat();
  const here = ownNames(request).flatMap((name) => [name, `${name}/restapi/oauth/token`]);
  return audiences.some((audience) => here.includes(audience))
    ? undefined
    : { code: 'SANDBOX-JWT-3', rule: 'AS-156', parameters };
};
