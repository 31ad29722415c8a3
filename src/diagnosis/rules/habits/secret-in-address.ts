import { rfc } from '#flows/specs.ts';
import { queryOf } from '#protocol/exchange-parts.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** LINT-013, LINT-049: a secret in an address ends up in histories and logs. */
export const secretInAddress: DiagnosisRule = ({ exchange }) => {
  const query = queryOf(exchange);
  const found = ['client_secret', 'password', 'code_verifier'].find((name) => query.has(name));
  return found === undefined
    ? undefined
    : finding({
        id: found === 'code_verifier' ? 'LINT-049' : 'LINT-013',
        who: 'developer',
        title: `\`${found}\` is in the address.`,
        why: 'Histories and logs keep addresses.',
        fix: 'Remove it, and make a new one.',
        evidence: [{ source: exchange.id, parameter: found }],
        sources: [rfc(6749, '2.3.1')],
      });
};
