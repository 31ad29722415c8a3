import { kindOf, redirectOf } from '../request-parts.ts';
import type { RemarkRule } from '../remark.ts';

/** What the browser carries back to the program. */
export const consentAnswer: RemarkRule = ({ exchange }) => {
  const answer =
    kindOf(exchange) === 'consent' || kindOf(exchange) === 'sign-in'
      ? redirectOf(exchange)
      : undefined;
  if (!answer) return undefined;
  const error = answer.get('error');
  if (error !== undefined) {
    return {
      id: 'LINT-110',
      kind: 'note',
      words: `Your program receives \`${error}\` and no code. It should say so to the user.`,
      part: 'callback',
    };
  }
  return answer.has('code')
    ? { id: 'LINT-110', kind: 'note', words: 'The browser carries the code back to your program' }
    : undefined;
};
