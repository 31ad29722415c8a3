import { rfc } from '#flows/specs.ts';
import { queryOf } from '#protocol/exchange-parts.ts';
import { before, type Case, header, isStandIn, stepThat, whence, where } from '../../case.ts';
import { finding, type Offer } from '../../finding.ts';
import { again } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

const name = 'Authorization';

const isRefused = ({ task, exchange }: Case): boolean =>
  task === 'api' && exchange.response?.status === 401;

const shared = (one: Case) => ({
  who: 'developer' as const,
  evidence: [{ source: one.exchange.id, parameter: name }],
  sources: [rfc(6750, '3.1')],
});

const isUsable = ({ values }: Case): boolean =>
  values?.['access_token'] !== undefined && values['access_token'].endedAt === undefined;

const current = ({ step }: Case, label = 'Use the newest token and send'): Offer => ({
  label,
  action: { kind: 'restore', step, names: [name], send: true },
});

const mend = (one: Case, label?: string): Offer[] => [
  isUsable(one) ? current(one, label) : again(one),
];

const tokenOf = (one: Case): string =>
  header(one, name)?.replace(/^bearer\s+/i, '') ?? queryOf(one.exchange).get('access_token') ?? '';

/** A token in the address is a token. */
const hasHeader = (one: Case): boolean =>
  (header(one, name) ?? '') !== '' || !queryOf(one.exchange).has('access_token');

/** LINT-255: a token in two places. */
export const tokenTwice: DiagnosisRule = (one) => {
  const { task, exchange, step } = one;
  if (task !== 'api' || one.code === undefined) return undefined;
  if (!header(one, name) || !queryOf(exchange).has('access_token')) return undefined;
  return finding({
    ...shared(one),
    id: 'LINT-255',
    title: 'The request has its token in two places',
    why: 'A request may have its token in only one place. The server does not choose between two. RingCentral’s own code for this is not public, so the sandbox has its own.',
    fix: 'Keep the header, and remove the token from the address.',
    sources: [rfc(6750, '2')],
    actions: [
      {
        label: 'Remove it from the address and send',
        action: { kind: 'restore', step, names: ['access_token'], send: true },
      },
    ],
  });
};

/** LINT-250: no header arrived. */
export const tokenMissing: DiagnosisRule = (one) => {
  if (!isRefused(one) || !hasHeader(one)) return undefined;
  if ((header(one, name) ?? '') !== '' && one.code !== 'AGW-401') return undefined;
  return finding({
    ...shared(one),
    id: 'LINT-250',
    title: 'The API received no token',
    why: 'It reads the token from the Authorization header. A redirect to another host, or a proxy, can also drop the header.',
    fix: 'Send Authorization: Bearer and the token, to the host itself.',
    actions: mend(one, 'Put the header back and send'),
  });
};

/** LINT-251: the header does not begin with the scheme. */
export const schemeMissing: DiagnosisRule = (one) => {
  if (!isRefused(one) || !hasHeader(one)) return undefined;
  const given = header(one, name) ?? '';
  if (/^bearer(\s|$)/i.test(given) || isStandIn(given)) return undefined;
  return finding({
    ...shared(one),
    id: 'LINT-251',
    title: 'The header does not say Bearer',
    why: 'The header begins with a scheme. The API does not know a bare token.',
    fix: 'Write Bearer, one space, the token.',
    sources: [rfc(6750, '2.1')],
    actions: mend(one),
  });
};

/** LINT-253: nothing stands behind the scheme. */
export const tokenEmpty: DiagnosisRule = (one) => {
  if (!isRefused(one) || tokenOf(one).replace(/^bearer$/i, '') !== '') return undefined;
  return finding({
    ...shared(one),
    id: 'LINT-253',
    title: 'There is no token after Bearer',
    why: `You get the access token in ${whence(one, 'access_token')}. An empty variable looks like this.`,
    fix: 'Look at what your program reads before it sends it.',
    actions: mend(one),
  });
};

/** LINT-256: a value that opens another door. */
export const otherValueForToken: DiagnosisRule = (one) => {
  if (!isRefused(one)) return undefined;
  const token = tokenOf(one);
  const words: Record<string, [title: string, why: string]> = {
    refresh_token: [
      'The refresh token was sent to the API',
      'Both look alike, and the API accepts only the access token. Send a refresh token only to the authorization server.',
    ],
    assertion: [
      'The JWT credential was sent to the API',
      'The credential is not an access token, though it is a JWT that the same server signed. Exchange it first.',
    ],
    code: [
      'The authorization code was sent to the API',
      'Exchange a code for tokens first; the API accepts only access tokens.',
    ],
  };
  const found = Object.keys(words).find((key) => one.values?.[key]?.value === token);
  const [title, why] = words[found ?? ''] ?? [];
  if (title === undefined || why === undefined) return undefined;
  return finding({
    ...shared(one),
    id: 'LINT-256',
    title,
    why,
    fix: `Send the access_token of ${whence(one, 'access_token')}, and keep the two apart.`,
    actions: mend(one),
  });
};

/** OAU-129: the session was ended. */
export const tokenEnded: DiagnosisRule = (one) => {
  const held = one.values?.['access_token'];
  if (!isRefused(one) || held?.endedAt === undefined || tokenOf(one) !== held.value) {
    return undefined;
  }
  return finding({
    ...shared(one),
    id: 'OAU-129',
    title: 'This token ended with its session',
    why: `You revoked the session in ${where(one, 'revoke')}. RingCentral ends every token in it at once; a new session needs a new login.`,
    fix: 'Start a new session.',
    actions: [again(one)],
  });
};

/** LINT-262: a refresh ends the access token before it. */
export const tokenReplaced: DiagnosisRule = (one) => {
  const held = one.values?.['access_token'];
  const replaced = before(one, 'refresh').some(({ response }) => response?.status === 200);
  if (!isRefused(one) || !replaced || !held || tokenOf(one) === held.value) return undefined;
  const old = one.values?.['old_access_token']?.value;
  const isOld = old === tokenOf(one);
  const cut = held.value.startsWith(tokenOf(one));
  if (cut) return undefined;
  return finding({
    ...shared(one),
    id: 'LINT-262',
    title: 'A refresh replaced this token',
    certainty: isOld ? 'certain' : 'likely',
    why: 'A refresh ends the old access token at once, though its hour is not over. Your app has a newer one.',
    fix: 'Replace the old tokens by the new ones before the next request.',
    actions: [current(one)],
  });
};

/** LINT-258: its hour is over. */
export const tokenExpired: DiagnosisRule = (one) => {
  const { code, exchange, values } = one;
  if (!isRefused(one)) return undefined;
  const held = values?.['access_token'];
  const ends = held && held.at + (held.lifetimeSeconds ?? Infinity) * 1000;
  // The server's own word for an unknown token is another one.
  const over = ends !== undefined && ends <= exchange.startedAt && code !== 'OAU-213';
  if (code !== 'OAU-128' && !(over && tokenOf(one) === held?.value)) return undefined;
  const refresh = stepThat(one, 'refresh');
  const canRefresh = refresh !== '' && values?.['refresh_token'] !== undefined;
  return finding({
    ...shared(one),
    id: 'LINT-258',
    // It is part of a session's life: what counts is what the program does next.
    kind: 'note',
    title: 'This access token has expired',
    why: 'An access token lasts one hour, as expires_in said. The user does not need to sign in again.',
    fix: 'Refresh a minute early, or when the first 401 comes.',
    actions: [
      canRefresh
        ? { label: 'Go to the refresh', action: { kind: 'open-step', step: refresh } }
        : again(one),
    ],
  });
};

/** OAU-213: the server does not know the token. */
export const tokenUnknown: DiagnosisRule = (one) => {
  // A status alone names no cause, where nothing is known of the tokens either.
  if (!isRefused(one) || (one.code === undefined && !one.values)) return undefined;
  // Of a paste nothing else is known than what the code says.
  if (one.unknown && one.code !== 'OAU-213') return undefined;
  const held = one.values?.['access_token'];
  const token = tokenOf(one);
  const isOther = held !== undefined && token !== held.value;
  const cut = isOther && held.value.startsWith(token);
  return finding({
    ...shared(one),
    id: 'OAU-213',
    title: cut ? 'The token was cut' : 'The API does not know this token',
    certainty: isOther ? 'certain' : 'likely',
    why: cut
      ? 'The server looks up the whole text and finds nothing. A database column that is too short cuts tokens like this.'
      : isOther
        ? 'It is not the access token that your app has.'
        : 'Its session ended elsewhere, or the sandbox was reset.',
    fix: cut ? 'Store the whole token: its length can change.' : 'Send the newest access token.',
    ...(isOther
      ? {}
      : { lacks: 'When the token was issued, and what happened to its session since then.' }),
    actions: isUsable(one) && isOther ? [current(one)] : [again(one)],
  });
};
