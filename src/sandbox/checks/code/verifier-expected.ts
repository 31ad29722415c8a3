import type { CodeCheck } from './check.ts';

/**
 * AS-128 to AS-130: a challenge asks for a verifier, from confidential apps
 * too; and a verifier without a challenge is refused, or someone could take
 * the challenge out of the authorization request unseen.
 */
export const verifierExpected: CodeCheck = (code, request) => {
  const sent = request.parameters.has('code_verifier');
  const bound = code.codeChallenge !== undefined;
  if (bound && !sent) {
    return {
      code: 'SANDBOX-PKCE-1',
      rule: 'AS-128',
      parameters: [{ parameterName: 'code_verifier' }],
    };
  }
  if (!bound && request.secretReplaced) return { code: 'OAU-123', rule: 'AS-106' };
  if (!bound && sent) {
    return {
      code: 'SANDBOX-PKCE-4',
      rule: 'AS-130',
      parameters: [{ parameterName: 'code_verifier' }],
    };
  }
  return undefined;
};
