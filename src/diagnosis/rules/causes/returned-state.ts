import { rfc } from '#flows/specs.ts';
import { authorizeParameters, kindOf } from '#protocol/exchange-parts.ts';
import { comparedSegments, plainSegments } from '../../compare/segments.ts';
import { stepThat, where } from '../../case.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** LINT-111, LINT-112: the answer's `state` is not the one that was sent, so the flow stops. */
export const returnedState: DiagnosisRule = (one) => {
  const { task, authorized, returned, exchange } = one;
  if (task !== 'return' || !returned || authorized.size === 0) return undefined;
  const sent = authorized.get('state') ?? '';
  const came = returned.get('state') ?? '';
  if (sent === came) return undefined;
  const shared = {
    who: 'nobody' as const,
    fix: 'Stop here: use neither the code nor the token of this answer, and start again.',
    evidence: [{ source: exchange.id, parameter: 'state' }],
    sources: [rfc(9700, '4.7')],
    actions: [
      {
        label: 'Begin again',
        action: { kind: 'open-step' as const, step: stepThat(one, 'authorize') },
      },
      { label: 'Start over', action: { kind: 'start-over' as const } },
    ],
  };
  const sentRow = {
    label: `Sent in ${where(one, 'authorize')}`,
    segments: sent === '' ? [] : came === '' ? plainSegments(sent) : comparedSegments(sent, came),
    maker: 'app' as const,
  };
  const isOlder = one.earlier.some(
    (exchange) =>
      kindOf(exchange) === 'authorize' && authorizeParameters(exchange).get('state') === came,
  );
  if (came !== '' && isOlder) {
    return finding({
      ...shared,
      id: 'LINT-111',
      title: 'This answer belongs to an earlier sign-in of your app',
      why: 'You sent its state before the last one: in another tab, or with an earlier press. Your app waits for the answer to the last request.',
      fix: 'Keep a state for each open sign-in, or start again.',
      comparison: [
        sentRow,
        { label: 'Came back', segments: comparedSegments(came, sent), verdict: 'differs' },
      ],
    });
  }
  return came === ''
    ? finding({
        ...shared,
        id: 'LINT-112',
        title: 'The answer has no state',
        why: 'You sent a state, and the server must return it. An answer without one may belong to somebody else, so the flow stops here.',
        comparison: [sentRow, { label: 'Came back', segments: [], verdict: 'differs' }],
      })
    : finding({
        ...shared,
        id: 'LINT-111',
        title: 'This answer has a state that you did not send',
        why: 'Somebody else may have started it, so the flow stops here and does not use the code.',
        comparison: [
          sentRow,
          { label: 'Came back', segments: comparedSegments(came, sent), verdict: 'differs' },
        ],
      });
};
