import { rfc } from '#flows/specs.ts';
import { formOf, statusOf } from '#protocol/exchange-parts.ts';
import { before, type Case, isCovered, whence, where } from '../../case.ts';
import { finding, type Offer } from '../../finding.ts';
import { again } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

const name = 'refresh_token';
const codes = new Set(['OAU-213', 'OAU-211', 'OAU-210', 'SANDBOX-REQUEST-5', 'invalid_grant']);
const fits = ({ task, code }: Case): boolean => task === 'refresh' && codes.has(code ?? '');

const shared = (one: Case) => ({
  who: 'developer' as const,
  evidence: [{ source: one.exchange.id, parameter: name }],
  sources: [rfc(9700, '4.14')],
});

const useCurrent = ({ step }: Case): Offer => ({
  label: 'Use the newest one and send',
  action: { kind: 'restore', step, names: [name], send: true },
});

/** SANDBOX-REQUEST-5: the refresh carries no refresh token. */
export const refreshTokenMissing: DiagnosisRule = (one) => {
  if (!fits(one) || (one.sent.get(name) ?? '') !== '') return undefined;
  const held = one.values?.[name];
  return finding({
    ...shared(one),
    id: 'SANDBOX-REQUEST-5',
    title: 'There is no refresh token in the request',
    why: held
      ? 'The row is left out or empty. An app that does not store the refresh token has none to send. RingCentral’s own code for this is not public, so the sandbox has its own.'
      : `You get it in ${whence(one, name)}, if the app’s settings issue refresh tokens.`,
    fix: 'Store both tokens of every answer before the next request.',
    sources: [rfc(6749, '6')],
    actions: held ? [useCurrent(one)] : [again(one)],
  });
};

/** LINT-177: another token was sent in its place. */
export const otherTokenForRefresh: DiagnosisRule = (one) => {
  const given = one.sent.get(name) ?? '';
  if (!fits(one) || given === '' || given !== one.values?.['access_token']?.value) return undefined;
  return finding({
    ...shared(one),
    id: 'LINT-177',
    title: 'The access token was sent as the refresh token',
    why: 'Only a refresh token gets the next pair. The access token is for the API.',
    fix: 'Send refresh_token, and keep the two apart.',
    sources: [rfc(6749, '6')],
    actions: [useCurrent(one)],
  });
};

/** OAU-211: the session was ended, and its refresh token with it. */
export const refreshTokenEnded: DiagnosisRule = (one) => {
  const held = one.values?.[name];
  const ended = held?.endedAt !== undefined && one.sent.get(name) === held.value;
  if (!fits(one) || !(ended || one.code === 'OAU-211')) return undefined;
  return finding({
    ...shared(one),
    id: 'OAU-211',
    title: 'This refresh token ended with its session',
    why: ended
      ? `You revoked the session in ${where(one, 'revoke')}, and every token in it ended.`
      : 'A logout, a revocation, or an administrator ended the session.',
    fix: 'Start a new session.',
    actions: [again(one)],
  });
};

/** LINT-177: a refresh token is good once. */
export const refreshTokenTwice: DiagnosisRule = (one) => {
  const given = one.sent.get(name) ?? '';
  const held = one.values?.[name];
  // A token whose time is over was not refused for being used.
  if (!fits(one) || given === '' || one.code === 'OAU-210' || isCovered(given)) return undefined;
  const used = before(one, 'refresh').some(
    (exchange) => statusOf(exchange) === 200 && formOf(exchange).get(name) === given,
  );
  if (!used) return undefined;
  const newer = held !== undefined && held.value !== given;
  return finding({
    ...shared(one),
    id: 'LINT-177',
    title: 'This refresh token was used before',
    why: 'A refresh token works once; each refresh returns the next one. RingCentral accepts an old one again for a short while, in case the answer got lost: about ten seconds after the new access token is first used. Two processes with one session cause this.',
    fix: 'Let one process refresh, and store both new tokens before the next request.',
    actions: newer ? [useCurrent(one), again(one)] : [again(one)],
  });
};

/** OAU-210, OAU-213: it has expired, or the server does not know it. */
export const refreshTokenUnknown: DiagnosisRule = (one) => {
  const { code, sent, values } = one;
  if (!fits(one) || code === 'SANDBOX-REQUEST-5') return undefined;
  const held = values?.[name];
  const isOther = held !== undefined && held.value !== sent.get(name);
  return code === 'OAU-210'
    ? finding({
        ...shared(one),
        id: 'OAU-210',
        title: 'This refresh token has expired',
        why: 'It lasts seven days from the last refresh. Nothing used the session in that time.',
        fix: 'Refresh from time to time in the background, or let the user sign in again.',
        actions: [again(one)],
      })
    : finding({
        ...shared(one),
        id: 'OAU-213',
        title: 'The server does not know this refresh token',
        certainty: 'likely',
        why: 'It was changed, its session ended, or somebody reset the sandbox. A sixth session of one user and app ends the oldest.',
        fix: 'Let one process refresh, and store both new tokens before the next request. Otherwise sign in again.',
        lacks: 'Whether two processes share the session, and when the last successful refresh was.',
        excluded: [{ cause: 'an expired refresh token', code: 'OAU-210' }],
        actions: isOther ? [useCurrent(one), again(one)] : [again(one)],
      });
};
