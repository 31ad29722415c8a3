import { rfc } from '#flows/specs.ts';
import { parametersOf, valueOf } from '../parameters.ts';
import { isAccepted, isWhole, type RequestRule, said } from './rule.ts';

const ofAuthorize = ['response_type', 'client_id', 'redirect_uri'];
const optional = ['state', 'code_challenge', 'code_challenge_method', 'scope'];

/** What a token request needs besides its grant. */
const ofGrant: Readonly<Record<string, readonly string[]>> = {
  authorization_code: ['code', 'redirect_uri'],
  refresh_token: ['refresh_token'],
  password: ['username', 'password'],
  'urn:ietf:params:oauth:grant-type:jwt-bearer': ['assertion'],
};
const everyToken = [
  'grant_type',
  'code',
  'redirect_uri',
  'client_id',
  'client_secret',
  'code_verifier',
  'refresh_token',
  'assertion',
  'username',
  'password',
  'extension',
  'access_token_ttl',
  'refresh_token_ttl',
  'scope',
];

/** Words that other systems have for the same. */
const elsewhere: Readonly<Record<string, string>> = {
  client: 'client_id',
  appkey: 'client_id',
  appid: 'client_id',
  apikey: 'client_id',
  callback: 'redirect_uri',
  callbackurl: 'redirect_uri',
  callbackuri: 'redirect_uri',
  returnurl: 'redirect_uri',
  verifier: 'code_verifier',
  challenge: 'code_challenge',
  challengemethod: 'code_challenge_method',
  jwt: 'assertion',
  appsecret: 'client_secret',
};

const letters = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');

/** How many letters have to be changed, added or left out; counted up to three. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? 3;
}

/** The parameter that a name was meant to be, by its spelling; undefined for a name of its own. */
export function meantName(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined;
  const bare = letters(name);
  const same = known.find((each) => letters(each) === bare) ?? elsewhere[bare];
  if (same !== undefined) return known.includes(same) ? same : undefined;
  if (bare.length < 5) return undefined;
  return known.find((each) => distance(bare, letters(each)) <= (bare.length > 8 ? 2 : 1));
}

/** LINT-006: a name that the server does not know, where the one that was meant is missing. */
export const misspeltName: RequestRule = (one, within, { recognised }) => {
  const isAuthorize = one.task === 'authorize';
  const isToken = one.task === 'token' || one.task === 'refresh';
  if ((!isAuthorize && !isToken) || isAccepted(one)) return undefined;
  if (!isWhole(one, within, recognised.text)) return undefined;
  const known = isAuthorize ? [...ofAuthorize, ...optional] : everyToken;
  const needed = isAuthorize
    ? ofAuthorize
    : ['grant_type', ...(ofGrant[valueOf(one, 'grant_type')] ?? [])];
  for (const { name, value } of parametersOf(one.exchange)) {
    const meant = value === '' ? undefined : meantName(name, known);
    if (meant === undefined || valueOf(one, meant) !== '') continue;
    const isNeeded = needed.includes(meant);
    return said(one, name, {
      id: 'LINT-006',
      ...(isNeeded ? {} : { kind: 'risk' as const }),
      title: `There is no parameter \`${name}\`: \`${meant}\` was meant`,
      why: `A server ignores a name that it does not know, so \`${meant}\` is missing.`,
      fix: `Write \`${meant}\`, with small letters and underscores.`,
      sources: [rfc(6749, isAuthorize ? '3.1' : '3.2')],
    });
  }
  return undefined;
};

const once = new Set([...ofAuthorize, ...optional, ...everyToken, 'prompt', 'display', 'token']);

/** LINT-005: a parameter of the protocol stands there more than once. */
export const repeatedName: RequestRule = (one) => {
  if (!['authorize', 'token', 'refresh', 'revoke'].includes(one.task) || isAccepted(one)) {
    return undefined;
  }
  const seen = new Map<string, string>();
  for (const { name, value, place } of parametersOf(one.exchange)) {
    const key = `${place} ${name}`;
    const before = seen.get(key);
    if (before !== undefined && once.has(name)) {
      return said(one, name, {
        id: 'LINT-005',
        title: `\`${name}\` was sent more than once`,
        why: `The server cannot tell which value is meant${
          before === value ? ', even if the values are equal' : '; here the values differ'
        }. RingCentral answers OAU-111.`,
        fix: 'Send it once. A library and your own code often add it both.',
        sources: [rfc(6749, '3.1')],
      });
    }
    seen.set(key, value);
  }
  return undefined;
};
