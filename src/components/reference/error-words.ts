import { asRequest, within } from '#diagnosis/reply/sentences.ts';
import type { ErrorFacts } from './errors-document.ts';

/** Who acts, as a sentence's subject would say it. */
export const whoWords: Record<NonNullable<ErrorFacts['who']>, string> = {
  developer: 'The developer of the app',
  administrator: 'An administrator of the RingCentral account',
  user: 'The user who signs in',
  provider: 'RingCentral',
  nobody: 'Nobody yet: try again, and ask RingCentral if it stays',
};

/** A reply to whoever reported the code; never surer than the entry, and without OAuth words for an administrator. */
export function replyOf({ code, who, when, cause, fix, ask, basis }: ErrorFacts): string {
  const opening =
    who === 'administrator'
      ? `RingCentral refused the sign-in with ${code}. This is a setting of the account, not of the app.`
      : `The answer ${code} means: ${when}`;
  const likely = cause && who !== 'administrator' ? ` ${cause}` : '';
  const doubt =
    basis === 'inferred' ? ' This is inferred; RingCentral’s own text was not found.' : '';
  const asking = ask === undefined ? '' : ` If it stays, ${within(asRequest(ask))}`;
  return `${opening}${likely} ${fix}${doubt}${asking}`;
}
