import { rfc } from '#flows/specs.ts';
import { queryOf, statusOf } from '#protocol/exchange-parts.ts';
import { header } from '../../case.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** LINT-252, LINT-254: where the access token stands. */
export const apiToken: DiagnosisRule = (one) => {
  const { exchange, task } = one;
  if (task !== 'api' || statusOf(exchange) !== 200) return undefined;
  const shared = { sources: [rfc(6750, '2.3')] };
  if (queryOf(exchange).has('access_token')) {
    return finding({
      ...shared,
      id: 'LINT-254',
      kind: 'risk',
      who: 'developer',
      title: 'The token is in the address. It works, but do not do it.',
      why: 'Every log and history on the way now has the token.',
      fix: 'Send it in the `Authorization` header.',
      evidence: [{ source: exchange.id, parameter: 'access_token' }],
    });
  }
  return /^bearer /i.test(header(one, 'Authorization') ?? '')
    ? finding({
        ...shared,
        id: 'LINT-252',
        kind: 'well',
        title: 'The token is in the header, and it is valid',
        why: '',
        evidence: [{ source: exchange.id, parameter: 'Authorization' }],
      })
    : undefined;
};
