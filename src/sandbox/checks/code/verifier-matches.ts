import { sameSecret } from '#protocol/constant-time.ts';
import { s256Challenge } from '#protocol/pkce.ts';
import type { CodeCheck } from './check.ts';

/** AS-132 and AS-133: by the method that the challenge was registered with, and no other. */
export const verifierMatches: CodeCheck = async (code, { parameters }) => {
  if (code.codeChallenge === undefined) return undefined;
  const verifier = parameters.get('code_verifier') ?? '';
  const plain = code.codeChallengeMethod === 'plain';
  const challenge = plain ? verifier : await s256Challenge(verifier);
  if (sameSecret(challenge, code.codeChallenge)) return undefined;
  return {
    code: 'SANDBOX-PKCE-2',
    rule: plain ? 'AS-133' : 'AS-132',
    parameters: [{ parameterName: 'code_verifier' }],
  };
};
