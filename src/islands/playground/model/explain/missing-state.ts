import type { ExplainContext } from '../explain-context.ts';
import type { Explanation } from './explanation.ts';

/** A code came, and no `state` was sent: it works, and nothing ties the answer to this browser. */
export function explainMissingState({ answer, where }: ExplainContext): Explanation | undefined {
  if (answer.kind !== 'redirect' || answer.outcome !== 'code') return undefined;
  if (answer.state !== 'not-sent') return undefined;
  return {
    title: 'Nothing ties this answer to your app',
    certainty: 'certain',
    sentences: [
      'You left out state, so none came back, and the server gave a code all the same: RingCentral does not require state.',
      `Your app cannot tell its own answer from one that somebody else began. With PKCE such a code fails in ${where('token')}; without it, your user would be signed in as somebody else.`,
    ],
    comparison: [],
    alsoTried: [],
    fixes: [
      {
        label: 'Put state back and sign in again',
        action: { kind: 'fresh-code', step: 'authorize', restore: ['state'] },
      },
    ],
    about: {
      label: 'RFC 6749 10.12',
      href: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-10.12',
    },
  };
}
