import { pathOf, statusOf } from '#protocol/exchange-parts.ts';
import { rfc } from '#flows/specs.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** LINT-309: one more try after a refresh is right; a third with the same refusal is a loop. */
export const retry: DiagnosisRule = ({ exchange, earlier, task, flow }) => {
  // A person who tries things out, step by step, is no loop.
  if (flow || task !== 'api' || statusOf(exchange) !== 401) return undefined;
  const [last, before] = [earlier.at(-1), earlier.at(-2)];
  const looped = [last, before].every(
    (other) => other && pathOf(other) === pathOf(exchange) && statusOf(other) === 401,
  );
  return looped
    ? finding({
        id: 'LINT-309',
        who: 'developer',
        title: 'The API refused the third call in a row with 401.',
        why: 'Nothing changed between the calls, so the answer does not change either.',
        fix: 'After a 401 refresh once and try once more. A second 401 means that the session is over.',
        evidence: [{ source: exchange.id, parameter: 'response' }],
        sources: [rfc(6750, '3.1')],
      })
    : undefined;
};
