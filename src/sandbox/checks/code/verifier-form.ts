import { isVerifier } from '#protocol/pkce.ts';
import type { CodeCheck } from './check.ts';

/** AS-131: a verifier outside the grammar is refused even when its hash would match. */
export const verifierForm: CodeCheck = (code, { parameters }) =>
  code.codeChallenge === undefined || isVerifier(parameters.get('code_verifier') ?? '')
    ? undefined
    : { code: 'SANDBOX-PKCE-3', rule: 'AS-131', parameters: [{ parameterName: 'code_verifier' }] };
