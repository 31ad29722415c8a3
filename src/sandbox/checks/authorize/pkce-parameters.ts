import type { DecidingRule } from '#protocol/errors/deciding-rule.ts';
import { clientType } from '#app-settings/app.ts';
import type { ErrorCode } from '#protocol/errors/codes.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import { challengeMethods, isVerifier } from '#protocol/pkce.ts';
import { inForce } from '../../policy.ts';
import type { AuthorizeCheck, AuthorizeRequest } from './request.ts';

/** A SHA-256 hash in base64url without padding. */
const s256Length = 43;

function refuse(code: ErrorCode, rule: DecidingRule, parameterName: string): Fault {
  return { code, rule, parameters: [{ parameterName }] };
}

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
    if (sentMethod !== undefined) return refuse('SANDBOX-PKCE-8', 'AS-077', 'code_challenge');
    return isRequired(request) ? refuse('SANDBOX-PKCE-7', 'AS-074', 'code_challenge') : undefined;
  }
  const method = challengeMethods.find((known) => known === (sentMethod ?? 'plain'));
  if (!method) return refuse('SANDBOX-PKCE-6', 'AS-076', 'code_challenge_method');
  if (method === 'plain' && !inForce(policy).plain) {
    return refuse('SANDBOX-PKCE-9', 'AS-075', 'code_challenge_method');
  }
  if (!isVerifier(challenge)) return refuse('SANDBOX-PKCE-5', 'AS-078', 'code_challenge');
  if (method === 'S256' && challenge.length !== s256Length) {
    return refuse('SANDBOX-PKCE-10', 'AS-079', 'code_challenge');
  }
  request.codeChallenge = challenge;
  request.codeChallengeMethod = method;
  return undefined;
};
