import { rfc } from '#flows/specs.ts';
import { names, valueOf } from '../parameters.ts';
import { meantName } from './parameter-names.ts';
import { isAccepted, isReadable, isWhole, type RequestRule, said } from './rule.ts';

/** Words that a program writes for a value that it does not have. */
const unset = /^(?:undefined|null|none|nil|nan|\[object object\])$/i;

const inWindow =
  ' The server shows an error in its window and does not redirect: it knows no app to answer to.';

/** LINT-010: the address does not say which app asks. */
export const clientIdNeeded: RequestRule = (one, within, { recognised }) => {
  if (one.task !== 'authorize' || isAccepted(one)) return undefined;
  const given = valueOf(one, 'client_id');
  const shared = { id: 'LINT-010' as const, sources: [rfc(6749, '4.1.2.1')] };
  if (unset.test(given)) {
    return said(one, 'client_id', {
      ...shared,
      title: `\`client_id\` is the word \`${given}\``,
      why: `Your program has no client id when it makes the address: a setting is empty, or its name does not begin as the build tool wants it (\`REACT_APP_\`, \`VITE_\`).${inWindow}`,
      fix: 'Look at what your program reads before it makes the address.',
    });
  }
  if (given !== '' || !isWhole(one, within, recognised.text)) return undefined;
  return said(one, 'client_id', {
    ...shared,
    title: names(one, 'client_id') ? '`client_id` is empty' : '`client_id` is missing',
    why: `The address does not say which app asks.${inWindow}`,
    fix: 'Send `client_id` as the app settings show it.',
  });
};

/** What people write for `code`. */
const meansCode = new Set([
  'codes',
  'auth_code',
  'authcode',
  'authorization_code',
  'authorization-code',
]);

/** LINT-011: the response type is missing or none that there is. */
export const responseTypeNeeded: RequestRule = (one, within, { recognised }) => {
  if (one.task !== 'authorize' || isAccepted(one)) return undefined;
  const given = valueOf(one, 'response_type');
  if (given === 'code' || given === 'token') return undefined;
  if (given === '' && !isWhole(one, within, recognised.text)) return undefined;
  if (given !== '' && (!isReadable(given) || /[█*{<$]|…$/.test(given))) return undefined;
  const bare = given.trim().toLowerCase();
  const meant = bare === 'token' ? 'token' : 'code';
  const isNear = bare === meant || meansCode.has(bare);
  return said(one, 'response_type', {
    id: 'LINT-011',
    title:
      given === '' ? '`response_type` is missing' : `There is no \`response_type\` \`${given}\``,
    why:
      given === ''
        ? 'Without it the server does not know what to send back, and refuses with invalid_request.'
        : isNear
          ? 'Write the value exactly, in small letters. The server refuses with unsupported_response_type.'
          : 'RingCentral knows `code`. The server refuses others with unsupported_response_type.',
    fix: `Write \`response_type=${meant}\`.`,
    sources: [rfc(6749, '3.1.1')],
  });
};

/** LINT-012: the implicit flow. */
export const implicitAsked: RequestRule = (one) =>
  one.task === 'authorize' && valueOf(one, 'response_type') === 'token'
    ? said(one, 'response_type', {
        id: 'LINT-012',
        kind: isAccepted(one) || one.app === undefined ? 'risk' : 'wrong',
        title: '`response_type=token` asks for the implicit flow',
        why: 'It puts the access token into the address, where histories, scripts and extensions of the browser read it. RingCentral’s guide has had no implicit flow since December 2022, and apps made since then are refused with OAU-112 or OAU-152.',
        fix: 'Use authorization code with PKCE: `response_type=code`, and a challenge with S256.',
        sources: [rfc(9700, '2.1.2')],
      })
    : undefined;

/** LINT-014: no address for the answer. */
export const redirectUriNeeded: RequestRule = (one, within, { recognised }) => {
  if (one.task !== 'authorize' || isAccepted(one) || valueOf(one, 'redirect_uri') !== '') {
    return undefined;
  }
  if (!isWhole(one, within, recognised.text)) return undefined;
  const isNamed = one.exchange.request.url
    .split(/[?&]/)
    .some((part) => meantName(part.split('=')[0] ?? '', ['redirect_uri']) !== undefined);
  return said(one, 'redirect_uri', {
    id: 'LINT-014',
    title: names(one, 'redirect_uri') ? '`redirect_uri` is empty' : '`redirect_uri` is missing',
    why: 'RingCentral asks for it in each authorization request. A server may use the only registered one; if there are none or several, it refuses, in its own window.',
    claims: [{ text: 'The server refuses it for that.', certainty: 'likely' }],
    fix: `Send one of the addresses that the app settings list, character for character.${
      isNamed ? ' A misspelt name counts as missing.' : ''
    }`,
    sources: [rfc(6749, '3.1.2.3')],
  });
};

/** LINT-013, LINT-0A2, LINT-049: what must never stand in an address. */
const secrets: readonly {
  id: `LINT-${string}`;
  name: RegExp;
  kind: 'wrong' | 'risk';
  what: string;
  why: string;
  fix: string;
}[] = [
  {
    id: 'LINT-013',
    name: /^(?:client_?secret|app_?secret|secret)$/i,
    kind: 'wrong',
    what: 'The client secret is in the address',
    why: 'The browser shows it to its user, and keeps it in its history; logs on the way have it too. The authorization endpoint does not read it.',
    fix: 'Remove it, and treat the secret as leaked: RingCentral’s FAQ knows no reset, so clone the app and use the new id and secret.',
  },
  {
    id: 'LINT-049',
    name: /^code_?verifier$/i,
    kind: 'wrong',
    what: 'The `code_verifier` is in the authorization request',
    why: 'It proves at the exchange that the same program asks. Anybody who sees the address knows it now, and the challenge protects nothing.',
    fix: 'Send `code_challenge` here, and the verifier only with the token request.',
  },
  {
    id: 'LINT-0A2',
    name: /^(?:password|passwd|pwd)$/i,
    kind: 'risk',
    what: 'A password is in the address',
    why: 'The authorization endpoint does not read it; the user types it on RingCentral’s own page. Histories and logs on the way now have it.',
    fix: 'Remove user name and password, and let the user change the password.',
  },
  {
    id: 'LINT-0A2',
    name: /^(?:access_token|refresh_token|id_token|token|jwt|assertion)$/i,
    kind: 'risk',
    what: 'A token is in the address of the sign-in',
    why: 'The authorization endpoint does not read it. Histories and logs on the way now have it.',
    fix: 'Remove it: a sign-in needs no token. Revoke the one that was there.',
  },
];

/** LINT-013, LINT-049, LINT-0A2: a secret in the address of a sign-in. */
export const secretInAuthorize: RequestRule = (one) => {
  if (one.task !== 'authorize') return undefined;
  const address = one.exchange.request.url.split('?')[1] ?? '';
  for (const part of address.split('&')) {
    const [name = '', value = ''] = part.split('=');
    const found = value === '' ? undefined : secrets.find((each) => each.name.test(name));
    if (!found) continue;
    const { id, kind, what, why, fix } = found;
    return said(one, name, {
      id,
      kind,
      title: what,
      why,
      fix,
      sources: [id === 'LINT-049' ? rfc(7636, '4.3') : rfc(6749, '2.3.1')],
    });
  }
  return undefined;
};
