import { parametersOf } from '../explain-context.ts';
import type { ExplainContext } from '../explain-context.ts';
import type { Explanation } from './explanation.ts';

const codes = new Set(['OAU-213', 'OAU-211', 'OAU-210', 'SANDBOX-REQUEST-5', 'invalid_grant']);

/** The refresh token is missing, was used before, ended with its session, or expired. */
export function explainRefreshToken(context: ExplainContext): Explanation | undefined {
  const { step, task, code, sent, values, where, whence, again: signIn } = context;
  if (task !== 'refresh' || !codes.has(code ?? '')) return undefined;
  const given = sent['refresh_token'] ?? '';
  const held = values['refresh_token'];
  const shared = {
    comparison: [],
    alsoTried: [],
    about: {
      label: 'RFC 9700 4.14',
      href: 'https://www.rfc-editor.org/rfc/rfc9700.html#section-4.14',
    },
  };
  const useCurrent = {
    label: 'Use the newest one and send',
    action: { kind: 'restore' as const, step, names: ['refresh_token'], send: true },
  };
  if (given === '') {
    return {
      ...shared,
      title: 'There is no refresh token in the request',
      certainty: 'certain',
      sentences: [
        held
          ? 'The row was left out or emptied.'
          : `It comes in ${whence('refresh_token')}, where the app’s settings issue refresh tokens.`,
      ],
      fixes: held ? [useCurrent] : [signIn],
    };
  }
  if (held?.endedAt !== undefined && given === held.value) {
    return {
      ...shared,
      title: 'This refresh token ended with its session',
      certainty: 'certain',
      sentences: [`You revoked the session in ${where('revoke')}, and every token in it ended.`],
      fixes: [signIn],
    };
  }
  const usedBefore = context
    .before('refresh')
    .some((exchange) => parametersOf(exchange.request)['refresh_token'] === given);
  if (usedBefore) {
    const newer = held !== undefined && held.value !== given;
    return {
      ...shared,
      title: 'This refresh token was used before',
      certainty: 'certain',
      sentences: [
        'A refresh token is good once; each refresh brings the next one. RingCentral takes an old one again for a short while, so that a lost answer can be fetched: about ten seconds after the new access token is first used.',
        'Keep both new tokens before the next request, and let one process refresh.',
      ],
      fixes: newer ? [useCurrent, signIn] : [signIn],
    };
  }
  return {
    ...shared,
    title:
      code === 'OAU-210'
        ? 'This refresh token has expired'
        : 'The server does not know this refresh token',
    certainty: code === 'OAU-210' ? 'certain' : 'likely',
    sentences: [
      code === 'OAU-210'
        ? 'It lives seven days from the last refresh. A new session takes a new log-in.'
        : 'It was changed, its session ended, or the sandbox was reset.',
    ],
    fixes: held && held.value !== given ? [useCurrent, signIn] : [signIn],
  };
}
