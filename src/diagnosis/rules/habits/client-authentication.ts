import { rfc } from '#flows/specs.ts';
import { formOf, statusOf } from '#protocol/exchange-parts.ts';
import { header } from '../../case.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** LINT-167, LINT-168, LINT-174: how the app proves who it is, where the server took it. */
export const clientAuthentication: DiagnosisRule = (one) => {
  const { exchange, task } = one;
  if (task !== 'token' && task !== 'refresh' && task !== 'revoke') return undefined;
  const given = header(one, 'Authorization');
  const form = formOf(exchange);
  const shared = {
    evidence: [{ source: exchange.id, parameter: 'Authorization' }],
    sources: [rfc(6749, '2.3.1')],
  };
  if (form.has('client_secret') && given === undefined) {
    return finding({
      ...shared,
      id: 'LINT-168',
      kind: 'risk',
      who: 'developer',
      part: 'token',
      title: 'The secret is in the body. Send it in the header.',
      why: 'Logs keep bodies more often than headers.',
      fix: 'Send `Authorization: Basic` and take `client_secret` out of the body.',
    });
  }
  if (statusOf(exchange) !== 200) return undefined;
  if (given !== undefined && /^basic /i.test(given)) {
    return finding({
      ...shared,
      id: 'LINT-167',
      kind: 'well',
      title: 'The secret is in the header, where it belongs',
      why: '',
    });
  }
  return form.get('client_id')
    ? finding({
        ...shared,
        id: 'LINT-174',
        kind: 'well',
        title: 'An app without a secret names itself',
        why: '',
      })
    : undefined;
};
