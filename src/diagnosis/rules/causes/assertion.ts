import { rfc } from '#flows/specs.ts';
import { decodeJwt } from '#protocol/jwt-decode.ts';
import { type Case, isMasked } from '../../case.ts';
import { expectedAndSent } from '../../compare/segments.ts';
import { finding } from '../../finding.ts';
import { putBack } from '../../offers.ts';
import type { DiagnosisRule } from '../../rule.ts';

const name = 'assertion';

const isJwtGrant = ({ task, sent }: Case): boolean =>
  task === 'token' && sent.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const shared = (one: Case) => ({
  who: 'developer' as const,
  evidence: [{ source: one.exchange.id, parameter: name }],
  sources: [rfc(7523, '3')],
  actions: [putBack(one, [name])],
});

/** LINT-179: the assertion is missing, or no JWT. */
export const assertionUnreadable: DiagnosisRule = (one) => {
  if (!isJwtGrant(one) || (one.code !== 'OAU-331' && one.code !== 'SANDBOX-REQUEST-5')) {
    return undefined;
  }
  const given = one.sent.get(name) ?? '';
  const decoded = decodeJwt(given);
  return finding({
    ...shared(one),
    id: 'LINT-179',
    title: given === '' ? 'There is no assertion in the request' : 'The assertion is not a JWT',
    why:
      given === '' || decoded.kind === 'jwt' || isMasked(given)
        ? 'An environment variable that is not set sends nothing.'
        : `It does not have three parts: ${decoded.why}. An environment variable that was not set, or its name instead of its value, looks the same.`,
    fix: 'Look at what your program reads before it sends it, and copy the JWT from the console whole and on one line.',
  });
};

/** OAU-345: the signature does not fit the rest. */
export const assertionSignature: DiagnosisRule = (one) => {
  const { code, sent, values } = one;
  if (!isJwtGrant(one) || code !== 'OAU-345') return undefined;
  const given = sent.get(name) ?? '';
  const held = values?.[name]?.value;
  const isOther = held !== undefined && held !== given;
  const cut = isOther && held.startsWith(given);
  return finding({
    ...shared(one),
    id: 'OAU-345',
    title: cut ? 'The end of the JWT is missing' : 'The signature of the JWT does not match it',
    why: cut
      ? 'Header and claims can still be read; the signature was cut, and it no longer matches them.'
      : 'The JWT was changed, cut or quoted on the way, or another environment signed it.',
    fix: 'Paste the credential again, all three parts.',
    ...(isOther
      ? {
          comparison: expectedAndSent(
            { label: 'Your credential', text: held, maker: 'authorization-server' },
            given,
          ),
        }
      : {
          lacks:
            'Whether the JWT is the one that the console shows, and the environment whose console made it. Do not send the JWT itself.',
        }),
  });
};

/** OAU-473: made for other apps. */
export const assertionOfOtherApps: DiagnosisRule = (one) => {
  if (!isJwtGrant(one) || one.code !== 'OAU-473') return undefined;
  return finding({
    ...shared(one),
    id: 'OAU-473',
    title: 'The JWT was made for other apps',
    why: 'The user who made the credential chose which apps may use it, and this app is not among them. The JWT does not show it: the server keeps the list.',
    fix: 'Make a credential that names this client id.',
    sources: [rfc(7521, '5.2')],
  });
};

/** LINT-180: its time is over, or has not come. */
export const assertionTime: DiagnosisRule = (one) => {
  const { code, sent, exchange } = one;
  if (!isJwtGrant(one) || code !== 'SANDBOX-JWT-4') return undefined;
  const decoded = decodeJwt(sent.get(name) ?? '');
  const at = exchange.startedAt / 1000;
  const early = decoded.kind === 'jwt' && (decoded.claims.nbf ?? 0) > at;
  return finding({
    ...shared(one),
    id: 'LINT-180',
    title: early ? 'The JWT is not valid yet' : 'The JWT has expired',
    why: early
      ? 'Its nbf claim is in the future.'
      : 'Its exp claim is in the past. A credential can have an end date, and nobody renewed this one. RingCentral’s own code for this is not public, so the sandbox has its own.',
    fix: 'Make a new credential, and note its end date.',
  });
};
