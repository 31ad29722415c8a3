import { clientType } from '#app-settings/app.ts';
import { challengeMethods, isVerifier } from '#protocol/pkce.ts';
import { inForce } from '../../policy.ts';
import type { AuthorizeCheck, AuthorizeRequest } from './request.ts';

/** A SHA-256 hash in base64url without padding. */
const s256Length = 43;

function isRequired({ app, policy }: AuthorizeRequest): boolean {
  if (policy.pkce === 'all' || policy.profile === 'oauth21') return true;
  return policy.pkce === 'public' && app !== undefined && clientType(app) === 'public';
}

/**
 * AS-073 to AS-079 for the code flow; AS-081: on the implicit flow the two parameters mean nothing.
 * A method that is left out is `plain` (RFC 7636 section 4.3).
 */
export const pkceParameters: AuthorizeCheck = (request) => {
  if (request.responseType !== 'code') return undefined;
  const { policy } = request;
  const challenge = request.parameters.get('code_challenge');
  const sentMethod = request.parameters.get('code_challenge_method');
  if (challenge === undefined) {
    if (sentMethod !== undefined) return { code: 'SANDBOX-PKCE-8', rule: 'AS-077' };
    return isRequired(request) ? { code: 'SANDBOX-PKCE-7', rule: 'AS-074' } : undefined;
  }
  const method = challengeMethods.find((known) => known === (sentMethod ?? 'plain'));
  if (!method) return { code: 'SANDBOX-PKCE-6', rule: 'AS-076' };
  if (method === 'plain' && !inForce(policy).plain) {
    return { code: 'SANDBOX-PKCE-9', rule: 'AS-075' };
  }
  if (!isVerifier(challenge)) return { code: 'SANDBOX-PKCE-5', rule: 'AS-078' };
  if (method === 'S256' && challenge.length !== s256Length) {
    return { code: 'SANDBOX-PKCE-10', rule: 'AS-079' };
  }
  request.codeChallenge = challenge;
  request.codeChallengeMethod = method;
  return undefined;
};
