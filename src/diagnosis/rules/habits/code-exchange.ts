import { rfc } from '#flows/specs.ts';
import { formOf, grantOf, hasTokens } from '#protocol/exchange-parts.ts';
import type { Case } from '../../case.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

const isExchanged = ({ exchange }: Case): boolean =>
  grantOf(exchange) === 'authorization_code' && hasTokens(exchange);

/** LINT-165: the verifier, compared by the server. */
export const verifierMatches: DiagnosisRule = (one) =>
  isExchanged(one) && formOf(one.exchange).has('code_verifier')
    ? finding({
        id: 'LINT-165',
        kind: 'well',
        title: 'Verifier matches',
        why: '',
        evidence: [{ source: one.exchange.id, parameter: 'code_verifier' }],
        sources: [rfc(7636, '4.6')],
      })
    : undefined;

/** LINT-159: the redirect URI of the authorization request, again. */
export const redirectUriRepeated: DiagnosisRule = (one) =>
  isExchanged(one) && formOf(one.exchange).get('redirect_uri')
    ? finding({
        id: 'LINT-159',
        kind: 'well',
        title: 'Same redirect URI as before',
        why: '',
        evidence: [{ source: one.exchange.id, parameter: 'redirect_uri' }],
        sources: [rfc(6749, '4.1.3')],
      })
    : undefined;
