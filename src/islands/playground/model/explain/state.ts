import type { ExplainContext } from '../explain-context.ts';
import type { Explanation } from './explanation.ts';
import { comparedSegments, plainSegments } from './segments.ts';

/** The answer's `state` is not the one that was sent: the flow stops, whatever else came with it. */
export function explainState({
  answer,
  authorized,
  where,
}: ExplainContext): Explanation | undefined {
  if (answer.kind !== 'redirect' || answer.outcome !== 'stopped') return undefined;
  const sent = authorized['state'] ?? '';
  const returned = answer.parameters.find(({ name }) => name === 'state')?.value ?? '';
  const shared = {
    certainty: 'certain' as const,
    alsoTried: [],
    fixes: [
      { label: 'Begin again', action: { kind: 'open-step' as const, step: 'authorize' } },
      { label: 'Start over', action: { kind: 'start-over' as const } },
    ],
    about: {
      label: 'RFC 9700 4.7',
      href: 'https://www.rfc-editor.org/rfc/rfc9700.html#section-4.7',
    },
  };
  if (answer.state === 'missing') {
    return {
      ...shared,
      title: 'The answer carries no state',
      sentences: [
        'You sent a state, and the server must bring it back. An answer without one may belong to somebody else, so the flow stops here.',
      ],
      comparison: [
        { label: `Sent in ${where('authorize')}`, segments: plainSegments(sent), maker: 'app' },
        { label: 'Came back', segments: [], verdict: 'differs' },
      ],
    };
  }
  return {
    ...shared,
    title: 'This answer carries a state that you did not send',
    sentences: [
      'Somebody else may have begun it, so the flow stops here. The code in it is not used.',
    ],
    comparison: [
      {
        label: `Sent in ${where('authorize')}`,
        segments: sent === '' ? [] : comparedSegments(sent, returned),
        maker: 'app',
      },
      { label: 'Came back', segments: comparedSegments(returned, sent), verdict: 'differs' },
    ],
  };
}
