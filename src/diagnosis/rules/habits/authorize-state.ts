import { rfc } from '#flows/specs.ts';
import { authorizeParameters, redirectOf } from '#protocol/exchange-parts.ts';
import { type Case, isRefused, stepThat } from '../../case.ts';
import { finding } from '../../finding.ts';
import type { DiagnosisRule } from '../../rule.ts';

/** Shorter can be guessed (RFC 6749 section 10.10). */
const shortest = 16;

/**
 * Whether a sign-in with this state came to its answer before: a page that is loaded again, or a form
 * that is sent on by GET, asks with the same one and is no second sign-in.
 */
function wasAnswered({ earlier }: Case, state: string): boolean {
  return earlier.some((exchange) => {
    const answer = redirectOf(exchange);
    return answer?.has('code') === true && answer.get('state') === state;
  });
}

/** LINT-030, LINT-031, LINT-032: what ties the answer to this browser. */
export const authorizeState: DiagnosisRule = (one) => {
  const { exchange, task, app } = one;
  if (task !== 'authorize' || isRefused(one)) return undefined;
  const parameters = authorizeParameters(exchange);
  const state = parameters.get('state') ?? '';
  const shared = {
    who: 'developer' as const,
    evidence: [{ source: exchange.id, parameter: 'state' }],
    sources: [rfc(6749, '10.12')],
  };
  if (state === '') {
    const bound = Boolean(parameters.get('code_challenge'));
    return finding({
      ...shared,
      id: 'LINT-030',
      kind: bound ? 'risk' : 'wrong',
      title: 'There is no `state`: nothing ties the answer to this browser.',
      why: bound
        ? 'It works, because RingCentral does not ask for state. Your app cannot tell its own answer from one that somebody else started; with PKCE such a code fails at the exchange.'
        : 'It works, because RingCentral does not ask for state. Your app cannot tell its own answer from one that somebody else started, and your user would be signed in as somebody else.',
      fix: 'Send a random state, keep it in the session, and compare it with the one that comes back.',
      actions:
        app && one.flow
          ? [
              {
                label: 'Put state back and sign in again',
                action: {
                  kind: 'fresh-code',
                  step: stepThat(one, 'authorize'),
                  restore: ['state'],
                },
              },
            ]
          : [],
    });
  }
  if (!one.flow && wasAnswered(one, state)) {
    return finding({
      ...shared,
      id: 'LINT-032',
      kind: 'risk',
      title: 'The `state` is the same as in an earlier sign-in.',
      why: 'The app can mistake an answer to one for an answer to the other.',
      fix: 'Make a new one for each sign-in.',
      sources: [rfc(9700, '4.7.1')],
    });
  }
  return state.length < shortest
    ? finding({
        ...shared,
        id: 'LINT-031',
        kind: 'risk',
        title: `Others can guess a \`state\` of ${state.length} characters.`,
        why: 'Anybody who guesses it can plant another answer.',
        fix: 'Use 16 random bytes or more.',
      })
    : finding({
        ...shared,
        id: 'LINT-030',
        kind: 'well',
        title: `\`state\` of ${state.length} characters`,
        why: '',
      });
};
