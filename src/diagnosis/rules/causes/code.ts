import { rfc } from '#flows/specs.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { formOf, queryOf, redirectOf, refusalOf, statusOf } from '#protocol/exchange-parts.ts';
import { before, type Case, isCovered, isMasked, where } from '../../case.ts';
import { expectedAndSent } from '../../compare/segments.ts';
import { finding } from '../../finding.ts';
import { freshCode, putBack } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

const isExchange = ({ task, sent }: Case): boolean =>
  task === 'token' && sent.get('grant_type') === 'authorization_code';

const shared = (one: Case) => ({
  who: 'developer' as const,
  evidence: [{ source: one.exchange.id, parameter: 'code' }],
  sources: [rfc(6749, '4.1.2')],
});

/** LINT-157: the token request carries no code. */
export const codeMissing: DiagnosisRule = (one) => {
  const { code, sent, values } = one;
  const fits = ['OAU-106', 'SANDBOX-REQUEST-5', 'invalid_grant', 'invalid_request'];
  if (!isExchange(one) || (sent.get('code') ?? '') !== '' || !fits.includes(code ?? '')) {
    return undefined;
  }
  return finding({
    ...shared(one),
    id: 'LINT-157',
    title: 'There is no code to exchange',
    why: `You get the code with the redirect in ${where(one, 'return')}. This request has none.`,
    fix: 'Read the parameter code from the address that the browser came back to.',
    actions: values?.['code']
      ? [putBack(one, ['code'], 'Put the code back')]
      : [{ label: 'Ask for a code', action: { kind: 'fresh-code' } }],
  });
};

function hasExpired({ values, exchange }: Case): boolean {
  const held = values?.['code'];
  const ends = held && held.at + (held.lifetimeSeconds ?? Infinity) * 1000;
  return ends !== undefined && ends <= exchange.startedAt;
}

/** LINT-123: the code is older than it may be. */
export const codeExpired: DiagnosisRule = (one) => {
  const { code, values } = one;
  if (!isExchange(one)) return undefined;
  if (code !== 'OAU-108' && !(code === 'invalid_grant' && hasExpired(one))) return undefined;
  const seconds = values?.['code']?.lifetimeSeconds ?? 60;
  return finding({
    ...shared(one),
    id: 'LINT-123',
    title: 'The code has expired',
    certainty: code === 'OAU-108' ? 'certain' : 'likely',
    why: `A code lasts ${seconds} seconds, so that a stolen one is of little use. It expires if a debugger stops between the redirect and the exchange, or if a person reads first.`,
    fix: 'Exchange it at once. The redirect’s expires_in says how long it lasts.',
    actions: [freshCode],
  });
};

const fewestShared = 8;

/** The code that a redirect brings, in the server's answer or in the address that the app was asked at. */
const codeIn = (exchange: Exchange): string | undefined =>
  (exchange.to === 'app' ? queryOf(exchange) : redirectOf(exchange))?.get('code');

/** The code of an earlier redirect that what was sent is a part of, where nobody holds its value. */
function cutFrom({ earlier }: Case, given: string): string | undefined {
  const whole = earlier.map(codeIn).findLast((code) => code !== undefined) ?? '';
  const isHidden = [whole, given].some((text) => isCovered(text) || isMasked(text));
  if (isHidden || given.length < fewestShared) return undefined;
  return whole !== given && whole.startsWith(given) ? whole : undefined;
}

/** LINT-122: another text than the one that came back. */
export const codeChanged: DiagnosisRule = (one) => {
  const { code, sent, values, step } = one;
  const held = values?.['code'];
  const given = sent.get('code') ?? '';
  if (!isExchange(one) || (code !== 'OAU-106' && code !== 'invalid_grant')) return undefined;
  const cameBack = held?.value ?? cutFrom(one, given);
  if (cameBack === undefined || given === cameBack) return undefined;
  return finding({
    ...shared(one),
    id: 'LINT-122',
    title: 'This is not the code that came back',
    why: 'The server never issued a code with this text. Perhaps a database field is too short, or your program read the code without decoding.',
    fix: 'Read the code with a URL parser, and keep all of it.',
    comparison: expectedAndSent(
      {
        label: `Came back in ${where(one, 'return')}`,
        text: cameBack,
        maker: 'authorization-server',
      },
      given,
    ),
    sources: [rfc(6749, '4.1.3')],
    actions: [
      held && (held.spentAt === undefined || code === 'invalid_grant')
        ? {
            label: 'Put it right and send',
            action: { kind: 'restore', step, names: ['code'], send: true },
          }
        : { label: 'Get a fresh code', action: { kind: 'fresh-code', step, restore: ['code'] } },
    ],
  });
};

/** LINT-158: a code that was sent before. The log hides codes, and gives the same one the same label. */
export const codeTwice: DiagnosisRule = (one) => {
  const { code, sent } = one;
  if (!isExchange(one) || (code !== 'OAU-106' && code !== 'invalid_grant')) return undefined;
  if (isCovered(sent.get('code') ?? '')) return undefined;
  // One that failed on the secret or the address has left the code as it was.
  const same = before(one, 'token').filter(
    (exchange) =>
      formOf(exchange).get('code') === sent.get('code') &&
      (statusOf(exchange) === 200 || /^SANDBOX-PKCE-[1-4]$/.test(refusalOf(exchange).code ?? '')),
  );
  if (same.length === 0) return undefined;
  const traded = same.some(({ response }) => response?.status === 200);
  return finding({
    ...shared(one),
    id: 'LINT-158',
    title: 'This code was used before',
    why: traded
      ? 'A code works once. A page that loads twice, a retry or a prefetch sends it again, and the server takes that for theft: it may end the tokens of the first exchange.'
      : 'A code works once. An attempt with a wrong verifier used it up, so that nobody can try verifier after verifier.',
    fix: 'Exchange a code once, and remove it from the address before anything else runs.',
    actions: [freshCode],
  });
};

/** OAU-106: the server does not know the code, and the transcript does not show why. */
export const codeUnknown: DiagnosisRule = (one) => {
  if (!isExchange(one) || one.code !== 'OAU-106') return undefined;
  return finding({
    ...shared(one),
    id: 'OAU-106',
    title: 'The server does not know this code',
    certainty: 'likely',
    why: 'Perhaps a page that loaded twice or a retry used it before, or somebody reset the sandbox.',
    fix: 'Start the flow again; decode the code once and use it once.',
    lacks:
      'The log of the token requests of the last minute, with times: was the same code sent before?',
    excluded: [{ cause: 'an expired code', code: 'OAU-108' }],
    actions: [freshCode],
  });
};
