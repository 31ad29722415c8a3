import { rfc } from '#flows/specs.ts';
import { authorizeParameters, grantOf } from '#protocol/exchange-parts.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** LINT-156: a grant that RingCentral ended on 31 March 2024. */
export const passwordGrant: DiagnosisRule = ({ exchange }) =>
  grantOf(exchange) === 'password'
    ? finding({
        id: 'LINT-156',
        kind: 'risk',
        who: 'developer',
        title: 'The password grant ended at RingCentral on 31 March 2024.',
        why: 'It works only in the sandbox.',
        fix: 'Use the JWT script: you change one request.',
        evidence: [{ source: exchange.id, parameter: 'grant_type' }],
        sources: [rfc(9700, '2.4')],
      })
    : undefined;

/** LINT-012: a flow that RingCentral's guide has not had since December 2022. */
export const implicitGrant: DiagnosisRule = ({ exchange, task }) =>
  task === 'authorize' && authorizeParameters(exchange).get('response_type') === 'token'
    ? finding({
        id: 'LINT-012',
        kind: 'risk',
        who: 'developer',
        title: 'Implicit puts the access token into the address.',
        why: 'Histories, scripts and extensions of the browser read it there. RingCentral’s guide has had no implicit flow since December 2022.',
        fix: 'Use authorization code with PKCE.',
        evidence: [{ source: exchange.id, parameter: 'response_type' }],
        sources: [rfc(9700, '2.1.2')],
      })
    : undefined;
