import { rfc } from '#flows/specs.ts';
import { readBasic } from '#protocol/basic.ts';
import { refusalOf } from '#protocol/exchange-parts.ts';
import { type Case, header } from '../../case.ts';
import { basicMistake, hasReserved, looksSwapped } from '../compare/basic.ts';
import { standInOf } from '../../stand-in.ts';
import { names, valueOf } from '../parameters.ts';
import {
  isAccepted,
  isOfSource,
  isReadable,
  isWhole,
  type RequestRule,
  said,
  shows,
} from './rule.ts';

const name = 'Authorization';

/** Where an app proves who it is. */
const proves = ({ task }: Case): boolean =>
  task === 'token' || task === 'refresh' || task === 'revoke';

const scheme = (one: Case): string => header(one, name) ?? '';
/** Whether the header, or one half of what it encodes, is hidden or left to a program. */
const hidden = (value: string): boolean => {
  const bare = value.replace(/^\w+:?\s+/, '');
  const read = readBasic(value);
  const halves = read.kind === 'basic' ? [read.raw.id, read.raw.secret] : [];
  return [value, bare, ...halves].some((text) => standInOf(text) !== undefined);
};

/** Signs of a page: a browser adds them, and no server does. */
const isFromPage = (one: Case): boolean =>
  header(one, 'origin') !== undefined ||
  header(one, 'sec-fetch-mode') !== undefined ||
  header(one, 'sec-fetch-site') !== undefined;

const hasSecret = (one: Case): boolean =>
  names(one, 'client_secret') || /^basic\s/i.test(scheme(one));

/** LINT-167: a page sends the secret. */
export const secretFromPage: RequestRule = (one, { pieces }, { recognised: { text } }) => {
  if (!proves(one) || !hasSecret(one)) return undefined;
  const inBody = names(one, 'client_secret');
  const isPublic = one.app?.clientType === 'public';
  // What a browser copies *as fetch* was sent by a page.
  const isCopied = pieces.some(({ form }) => form === 'fetch') && !isOfSource(pieces, text);
  const isPage = isFromPage(one) || isCopied;
  if (!isPage && !(isPublic && inBody)) return undefined;
  return said(one, inBody ? 'client_secret' : name, {
    id: 'LINT-167',
    kind: isAccepted(one) ? 'risk' : 'wrong',
    title: isPage
      ? 'A page in the browser sends the client secret'
      : 'An app that cannot keep a secret sends one',
    why: 'Everybody who opens the app can read it, so it proves nothing.',
    fix: 'Use authorization code with PKCE: `client_id` in the body, a verifier, and no secret. Treat the secret as leaked.',
    sources: [rfc(9700, '2.5')],
  });
};

/** LINT-168: proof in two places. */
export const proofTwice: RequestRule = (one) => {
  if (!proves(one) || isAccepted(one) || scheme(one) === '') return undefined;
  const shared = { id: 'LINT-168' as const, sources: [rfc(6749, '2.3')] };
  if (names(one, 'client_secret')) {
    return said(one, 'client_secret', {
      ...shared,
      title: 'The secret is in the header and in the body',
      why: 'A client must not authenticate in two ways at once, and a server may refuse it.',
      fix: 'Keep `Authorization: Basic`, and remove `client_secret` from the body.',
    });
  }
  const given = valueOf(one, 'client_id');
  const value = scheme(one);
  const id = readId(value);
  if (!isReadable(given) || id === undefined || id === given || hidden(value)) return undefined;
  return said(one, 'client_id', {
    ...shared,
    title: '`client_id` in the body differs from the one in the header',
    why: 'The server cannot tell which app asks.',
    fix: 'Send one client id. With Basic the body needs none.',
  });
};

function readId(value: string): string | undefined {
  try {
    const [id, secret] = atob(value.replace(/^basic\s+/i, '')).split(':');
    return secret === undefined ? undefined : id;
  } catch {
    return undefined;
  }
}

const basicFix =
  'Send `Basic`, one space, and base64 of client id, colon, client secret, on one line; `printf "%s:%s"` adds no line break, as `echo` does. Or give both to the library, which encodes them.';

/** LINT-169: a Basic header that says something else than id and secret. */
export const basicHeader: RequestRule = (one, _, { recognised: { text } }) => {
  const value = scheme(one);
  // The text ends within the quotes that the header stands in.
  const isCutOff =
    text.trimEnd().endsWith(value) &&
    /["'`]authorization: ?basic\s[^"'`\n]{1,4000}$/i.test(text.trimEnd().slice(-4_200));
  if (!proves(one) || isAccepted(one) || !/^basic\b/i.test(value) || hidden(value)) {
    return undefined;
  }
  const mistake = isCutOff ? undefined : basicMistake(value);
  return (
    mistake &&
    said(one, name, {
      id: 'LINT-169',
      title: mistake.title,
      why: mistake.why,
      fix: basicFix,
      sources: [rfc(7617, '2')],
    })
  );
};

/** LINT-170: id and secret in the wrong order. */
export const basicSwapped: RequestRule = (one) => {
  const value = scheme(one);
  if (!proves(one) || isAccepted(one) || hidden(value)) return undefined;
  const swapped = looksSwapped(value);
  const named = refusalOf(one.exchange).message ?? '';
  if (!swapped) return undefined;
  return said(one, name, {
    id: 'LINT-170',
    certainty: 'likely',
    title: 'Client id and secret look swapped in the Basic header',
    why: `The part before the colon is as long as a secret, and the part after it as a client id. The client id comes first.${
      named.includes(swapped.id)
        ? ' The server names the first one as the client that it does not know.'
        : ''
    }`,
    fix: 'Swap the two, in the header or in the arguments of the SDK.',
    lacks: 'Which of the two values the console shows as the client id.',
    sources: [rfc(6749, '2.3.1')],
  });
};

/** LINT-171: characters that some servers read encoded. */
export const basicReserved: RequestRule = (one) =>
  proves(one) && !isAccepted(one) && !hidden(scheme(one)) && hasReserved(scheme(one))
    ? said(one, name, {
        id: 'LINT-171',
        kind: 'note',
        title: 'Id or secret has a character that RFC 6749 asks to encode first',
        why: 'Many clients send it as it is, and servers differ in what they accept.',
        fix: 'If the server refuses it, form-encode id and secret before base64.',
        sources: [rfc(6749, '2.3.1')],
      })
    : undefined;

/** LINT-172: the scheme of the API at the token endpoint. */
export const bearerAtToken: RequestRule = (one) => {
  const value = scheme(one);
  if (!proves(one) || isAccepted(one) || value === '' || standInOf(value) !== undefined) {
    return undefined;
  }
  if (/^basic\b/i.test(value)) return undefined;
  const isJwt = /^bearer\s+["']?eyJ/i.test(value) && one.task === 'token';
  return said(one, name, {
    id: 'LINT-172',
    title: 'The token endpoint gets `Bearer` and wants `Basic`',
    why: 'In a token request the app authenticates, with client id and secret. Bearer and a token are for the API. RingCentral answers OAU-151.',
    fix: isJwt
      ? 'Send the JWT in the body, as `assertion`, with grant_type `urn:ietf:params:oauth:grant-type:jwt-bearer`, and `Authorization: Basic` of client id and secret.'
      : 'Send `Authorization: Basic`, with base64 of client id, colon, client secret.',
    sources: [rfc(6749, '2.3.1')],
  });
};

/** LINT-173, LINT-174: no proof, where the app is known to need one, and no name at all. */
export const proofMissing: RequestRule = (one, within, { recognised }) => {
  if (!proves(one) || isAccepted(one) || !shows(one, 'request headers')) return undefined;
  if (scheme(one) !== '' || !shows(one, 'request body')) return undefined;
  if (names(one, 'client_secret') || names(one, 'client_assertion')) return undefined;
  if (!isWhole(one, within, recognised.text) || !/=/.test(one.exchange.request.body ?? '')) {
    return undefined;
  }
  const isKnown = one.app !== undefined;
  if (one.app?.clientType === 'confidential') {
    return said(one, name, {
      id: 'LINT-173',
      title: 'The request has no secret, and this app has one',
      why: 'The server needs it. Perhaps a setting is empty, an option of a library has a wrong name, or a proxy strips the header. RingCentral answers OAU-123.',
      fix: 'Send `Authorization: Basic` with client id and secret, at each token, refresh and revocation request; PKCE does not replace it.',
      sources: [rfc(6749, '3.2.1')],
    });
  }
  if (valueOf(one, 'client_id') !== '') return undefined;
  return said(one, 'client_id', {
    id: isKnown ? 'LINT-174' : 'LINT-173',
    title: isKnown
      ? '`client_id` is missing'
      : 'The request has neither `Authorization: Basic` nor `client_id`',
    why: 'It does not say which app asks. RingCentral answers OAU-123.',
    fix: isKnown
      ? 'Send `client_id` in the body of every token, refresh and revocation request: nothing else names an app without a secret.'
      : 'An app with a secret sends `Authorization: Basic`, one without sends `client_id` in the body.',
    sources: [rfc(6749, '3.2.1')],
  });
};
