import { missing } from '../client-request.ts';
import type { CodeCheck } from './check.ts';

/**
 * AS-121 to AS-123: the redirect URI of the authorization request, repeated
 * exactly, port included. OAuth 2.1 dropped the parameter.
 */
export const sameRedirectUri: CodeCheck = (code, { parameters, policy }) => {
  if (policy.profile === 'oauth21') return undefined;
  const sent = parameters.get('redirect_uri');
  if (sent === undefined) {
    return code.redirectUriSent ? missing('redirect_uri', 'AS-121') : undefined;
  }
  if (sent === code.redirectUri) return undefined;
  return { code: 'OAU-109', rule: code.redirectUriSent ? 'AS-121' : 'AS-122' };
};
