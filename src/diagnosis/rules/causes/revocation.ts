import { rfc } from '#flows/specs.ts';
import { finding } from '../../finding.ts';
import { putBack } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** CMN-101: nothing says which session to end. */
export const tokenToRevokeMissing: DiagnosisRule = (one) => {
  const { task, code, sent, exchange } = one;
  if (task !== 'revoke' || (sent.get('token') ?? '') !== '') return undefined;
  if (code !== 'CMN-101' && code !== 'invalid_request') return undefined;
  return finding({
    id: 'CMN-101',
    who: 'developer',
    title: 'There is no token in the revocation request',
    why: 'The server does not know which session to end. RingCentral’s changelog of May 2019 names this code for an empty token; the sandbox treats a missing token as empty.',
    fix: 'Send the access token or the refresh token.',
    evidence: [{ source: exchange.id, parameter: 'token' }],
    sources: [rfc(7009, '2.1')],
    actions: [putBack(one, ['token'], 'Put the token back')],
  });
};
