import type { ExplainContext } from '../explain-context.ts';
import type { Explanation } from './explanation.ts';

/** What a header can never carry: the browser does not let such a request out (RFC 9110 section 5.5). */
// eslint rejects control characters in a pattern, so the code points are compared.
function fitsHeader(value: string): boolean {
  return [...value].every((character) => {
    const point = character.codePointAt(0) ?? 0;
    return point !== 0 && point !== 10 && point !== 13 && point <= 255;
  });
}

/** The request could not leave the browser, or no answer came. */
export function explainUnreachable({ exchange, step }: ExplainContext): Explanation | undefined {
  const { failure, request } = exchange;
  if (!failure) return undefined;
  const told = { comparison: [], alsoTried: [] };
  const broken = request.headers.find(([, value]) => !fitsHeader(value));
  if (broken) {
    return {
      ...told,
      title: `The ${broken[0]} header cannot be sent`,
      certainty: 'certain',
      sentences: [
        'A header holds one line of Latin characters. This one has a line break or a character outside Latin, so the browser refused to send the request.',
      ],
      fixes: [
        {
          label: 'Restore it and send',
          action: { kind: 'restore', step, names: [broken[0]], send: true },
        },
      ],
      about: {
        label: 'RFC 9110 5.5',
        href: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-5.5',
      },
    };
  }
  if (failure.kind === 'timeout') {
    return {
      ...told,
      title: 'No answer came',
      certainty: 'certain',
      sentences: [
        'The request left the browser and nothing came back within 30 seconds. The server may have taken it all the same.',
      ],
      fixes: [{ label: 'Send again', action: { kind: 'send-again' } }],
    };
  }
  return {
    ...told,
    title: 'The request could not leave the browser',
    certainty: 'likely',
    sentences: [
      'The server may be down, or it does not allow this page. The browser does not say which.',
      'Look whether npm start still runs, then send again. Or try the same curl in a terminal.',
    ],
    fixes: [{ label: 'Send again', action: { kind: 'send-again' } }],
  };
}
