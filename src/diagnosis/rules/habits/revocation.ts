import { rfc } from '#flows/specs.ts';
import { formOf, statusOf } from '#protocol/exchange-parts.ts';
import { finding } from '../../finding.ts';
import { putBack } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** LINT-308, AS-166: the session is ended at the server, or a 200 that ended nothing. */
export const revocation: DiagnosisRule = (one) => {
  const { exchange, task, values } = one;
  if (task !== 'revoke' || statusOf(exchange) !== 200) return undefined;
  const shared = {
    evidence: [{ source: exchange.id, parameter: 'token' }],
    sources: [rfc(7009, '2.2')],
  };
  const given = formOf(exchange).get('token');
  const own = ['access_token', 'refresh_token', 'old_access_token', 'old_refresh_token'].map(
    (name) => values?.[name]?.value,
  );
  return values?.['access_token'] && !own.includes(given)
    ? finding({
        ...shared,
        id: 'AS-166',
        kind: 'risk',
        who: 'developer',
        title: 'The server said yes, and ended nothing',
        why: 'You asked for a token that does not work, so the server answers 200 to an unknown one. Your real session continues.',
        fix: 'Revoke a token of the session that you mean.',
        actions: [putBack(one, ['token'])],
      })
    : finding({
        ...shared,
        id: 'LINT-308',
        kind: 'well',
        title: 'Logging out ends the session at the server',
        why: '',
        sources: [rfc(7009, '1')],
      });
};
