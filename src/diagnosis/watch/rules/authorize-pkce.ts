import { authorizeParameters, kindOf } from '../request-parts.ts';
import type { RemarkRule } from '../remark.ts';

/** LINT-040, LINT-041: the proof that begins with the sign-in (RFC 9700 section 2.1.1). */
export const authorizePkce: RemarkRule = ({ exchange, app }) => {
  if (kindOf(exchange) !== 'authorize') return undefined;
  const parameters = authorizeParameters(exchange);
  if (parameters.get('response_type') === 'token') return undefined;
  if (!parameters.get('code_challenge')) {
    return {
      id: 'LINT-040',
      kind: app.confidential ? 'production' : 'wrong',
      words: 'No PKCE: there is no `code_challenge`.',
      fix: 'Make a verifier for each sign-in and send its hash. A stolen code is then worth nothing.',
      part: 'sign in',
    };
  }
  return parameters.get('code_challenge_method') === 'S256'
    ? { id: 'LINT-041', kind: 'well', words: 'PKCE with S256' }
    : {
        id: 'LINT-041',
        kind: 'wrong',
        words: 'PKCE without S256: the challenge is the verifier itself.',
        fix: 'Hash the verifier, and send `code_challenge_method=S256`.',
        part: 'sign in',
      };
};
