import { rfc } from '#flows/specs.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** LINT-110: what the browser carries back to the program. */
export const consentAnswer: DiagnosisRule = ({ exchange, task, returned }) =>
  (task === 'consent' || task === 'sign-in') && returned?.has('code')
    ? finding({
        id: 'LINT-110',
        kind: 'note',
        title: 'The browser takes the code back to your program',
        why: '',
        evidence: [{ source: exchange.id, parameter: 'code' }],
        sources: [rfc(6749, '4.1.2')],
      })
    : undefined;
