import { rfc } from '#flows/specs.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** What a header can never carry: the browser does not let such a request out (RFC 9110 section 5.5). */
// eslint rejects control characters in a pattern, so the code points are compared.
function fitsHeader(value: string): boolean {
  return [...value].every((character) => {
    const point = character.codePointAt(0) ?? 0;
    return point !== 0 && point !== 10 && point !== 13 && point <= 255;
  });
}

/** LINT-253: a header that no browser sends. */
export const brokenHeader: DiagnosisRule = ({ exchange, step }) => {
  if (!exchange.failure) return undefined;
  const broken = exchange.request.headers.find(([, value]) => !fitsHeader(value));
  if (!broken) return undefined;
  const [name] = broken;
  return finding({
    id: 'LINT-253',
    who: 'developer',
    title: `The ${name} header cannot be sent`,
    why: 'A header is one line of Latin characters. This one has a line break or another character, so the browser refused to send the request.',
    fix: 'Trim the value where your program reads it.',
    evidence: [{ source: exchange.id, parameter: name }],
    sources: [rfc(9110, '5.5')],
    actions: [
      {
        label: 'Restore it and send',
        action: { kind: 'restore', step, names: [name], send: true },
      },
    ],
  });
};

/** LINT-184: no answer came, and the browser does not say why. */
export const noAnswer: DiagnosisRule = ({ exchange }) => {
  const { failure } = exchange;
  if (!failure) return undefined;
  const shared = {
    id: 'LINT-184' as const,
    sources: [rfc(9110, '9.2.2')],
    actions: [{ label: 'Send again', action: { kind: 'send-again' as const } }],
  };
  return failure.kind === 'timeout'
    ? finding({
        ...shared,
        title: 'No answer came',
        why: 'The browser sent the request and got no answer within 30 seconds. The server may have processed it.',
        fix: 'Look whether the request took effect before you send it again: a code or a refresh token may be used up.',
      })
    : finding({
        ...shared,
        title: 'The request could not leave the browser',
        certainty: 'likely',
        why: 'The server may be down, or it does not allow this page. The browser does not say which.',
        fix: 'Look whether `npm start` still runs, then send again. Or try the same curl in a terminal.',
        lacks:
          'What the browser’s console prints beside the request, and whether the same request works from a terminal.',
      });
};
