import { rfc } from '#flows/specs.ts';
import { authorizeParameters } from '#protocol/exchange-parts.ts';
import { isRefused } from '../../case.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** LINT-040, LINT-041: the proof that begins with the sign-in. */
export const authorizePkce: DiagnosisRule = (one) => {
  const { exchange, task, app, flow } = one;
  if (task !== 'authorize' || isRefused(one)) return undefined;
  const parameters = authorizeParameters(exchange);
  if (parameters.get('response_type') !== 'code') return undefined;
  const shared = {
    evidence: [{ source: exchange.id, parameter: 'code_challenge' }],
    sources: [rfc(9700, '2.1.1')],
  };
  if (!parameters.get('code_challenge')) {
    // A flow that is told without PKCE is not wrong in being so.
    const chosen = flow?.id === 'auth-code';
    return finding({
      ...shared,
      id: 'LINT-040',
      kind: chosen || app?.clientType !== 'public' ? 'risk' : 'wrong',
      who: 'developer',
      title: 'There is no PKCE: `code_challenge` is missing.',
      why: 'Anybody who gets the code can exchange it.',
      fix: 'Make a verifier for each sign-in and send its hash. A stolen code is then useless.',
    });
  }
  const method = parameters.get('code_challenge_method') ?? 'plain';
  // What is no method at all is refused, and told there.
  if (method !== 'S256' && method !== 'plain') return undefined;
  return method === 'S256'
    ? finding({ ...shared, id: 'LINT-041', kind: 'well', title: 'PKCE with S256', why: '' })
    : finding({
        ...shared,
        id: 'LINT-041',
        kind: 'risk',
        who: 'developer',
        title: 'PKCE is without S256: the challenge is the verifier itself.',
        why: 'Anybody who reads the authorization request knows the verifier.',
        fix: 'Hash the verifier, and send `code_challenge_method=S256`.',
      });
};
