import type { ExplainContext } from '../explain-context.ts';
import type { Explanation, Fix } from './explanation.ts';

const about = {
  label: 'RFC 6750 3.1',
  href: 'https://www.rfc-editor.org/rfc/rfc6750.html#section-3.1',
};

/** The API did not take the access token. */
export function explainAccessToken(context: ExplainContext): Explanation | undefined {
  const { step, task, code, sent, values, exchange, now, where, whence, again } = context;
  if (task !== 'api' || exchange.response?.status !== 401) return undefined;
  const header = sent['Authorization'] ?? '';
  const token = header.replace(/^bearer\s+/i, '');
  const held = values['access_token'];
  const shared = { certainty: 'certain' as const, comparison: [], alsoTried: [], about };
  const current: Fix = {
    label: 'Use the newest token and send',
    action: { kind: 'restore', step, names: ['Authorization'], send: true },
  };
  const signIn: Fix = again;
  const usable = held !== undefined && held.endedAt === undefined;

  if (header === '' || code === 'AGW-401') {
    return {
      ...shared,
      title: 'The API received no token',
      sentences: [
        'It reads the token from the Authorization header. A proxy that strips the header looks the same.',
      ],
      fixes: usable ? [{ ...current, label: 'Put the header back and send' }] : [signIn],
    };
  }
  if (!/^bearer\s/i.test(header)) {
    return {
      ...shared,
      title: 'The header does not say Bearer',
      sentences: [
        'The scheme comes first, then one space, then the token: Bearer, and nothing else.',
      ],
      fixes: usable ? [current] : [signIn],
    };
  }
  if (token === '') {
    return {
      ...shared,
      title: 'There is no token after Bearer',
      sentences: [`The access token comes in ${whence('access_token')}.`],
      fixes: usable ? [current] : [signIn],
    };
  }
  const replaced = context
    .before('refresh')
    .some(({ response, startedAt }) => response?.status === 200 && startedAt <= exchange.startedAt);
  if (held?.endedAt !== undefined && token === held.value) {
    return {
      ...shared,
      title: 'This token ended with its session',
      sentences: [
        `You revoked the session in ${where('revoke')}. RingCentral ends every token in it at once; a new session takes a new log-in.`,
      ],
      fixes: [signIn],
    };
  }
  if (replaced && held && token !== held.value) {
    return {
      ...shared,
      title: 'A refresh replaced this token',
      certainty: 'likely',
      sentences: [
        'A refresh ends the access token before it at once, though its hour is not over. Your app holds a newer one.',
      ],
      fixes: [current],
    };
  }
  const expiresAt = held && held.at + (held.lifetimeSeconds ?? Infinity) * 1000;
  if (
    code === 'OAU-128' ||
    (expiresAt !== undefined && expiresAt <= now && token === held?.value)
  ) {
    return {
      ...shared,
      title: 'This access token has expired',
      sentences: ['An access token lives one hour. Refresh it; the user need not sign in again.'],
      fixes: [{ label: 'Go to the refresh', action: { kind: 'open-step', step: 'refresh' } }],
    };
  }
  return {
    ...shared,
    title: 'The API does not know this token',
    certainty: 'likely',
    sentences: [
      held && token !== held.value
        ? 'It is not the access token that your app holds.'
        : 'Its session ended elsewhere, or the sandbox was reset.',
    ],
    fixes: usable && token !== held.value ? [current] : [signIn],
  };
}
