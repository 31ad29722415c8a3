import { rfc } from '#flows/specs.ts';
import { type Case, header } from '../../case.ts';
import { names, parametersOf, valueOf } from '../parameters.ts';
import { isGrant, meantGrant } from './grants.ts';
import { isAccepted, isReadable, isWhole, type RequestRule, said, shows } from './rule.ts';

const atToken = ({ task, exchange }: Case): boolean =>
  task === 'token' || task === 'refresh' || /\/oauth\/token\b/.test(exchange.request.url);

/** LINT-150: the token endpoint is asked by another method than POST. */
export const tokenMethod: RequestRule = (one) => {
  const { method } = one.exchange.request;
  if (!atToken(one) || one.task === 'return' || isAccepted(one) || !shows(one, 'method')) {
    return undefined;
  }
  if (method === 'POST' || method === 'OPTIONS') return undefined;
  return said(one, method, {
    id: 'LINT-150',
    title: `The request to the token endpoint uses ${method}`,
    why: 'It accepts only POST, with the parameters as a form in the body.',
    fix: 'Send POST. With curl, use `-d`, and remove `-G` and `-X GET`.',
    sources: [rfc(6749, '3.2')],
  });
};

const asForm =
  'Send application/x-www-form-urlencoded: `new URLSearchParams({…})` in JavaScript, `data=` in Python requests, `form_params` in Guzzle, `FormUrlEncodedContent` in C#.';

/** LINT-151, LINT-152: the body is no form. */
export const tokenBody: RequestRule = (one) => {
  if (!atToken(one) || isAccepted(one)) return undefined;
  const type = header(one, 'content-type') ?? '';
  const { body = '' } = one.exchange.request;
  const isJson = /^\s*[{[]/.test(body) || (/json/i.test(type) && body !== '');
  const isMultipart = /^multipart\//i.test(type) || /^--\S+\s+content-disposition:/i.test(body);
  if (!isJson && !isMultipart) return undefined;
  return said(one, 'grant_type', {
    id: isJson ? 'LINT-151' : 'LINT-152',
    title: isJson ? 'The body is JSON, not a form' : 'The body is multipart, not a form',
    why: `The token endpoint reads only form fields, so it finds no grant_type in a ${
      isJson ? 'JSON' : 'multipart'
    } body and answers OAU-250${isMultipart ? ': `-F` and FormData make multipart' : ''}.`,
    fix: isMultipart ? `${asForm} With curl write \`-d\` instead of \`-F\`.` : asForm,
    sources: [rfc(6749, '4.1.3')],
  });
};

/** LINT-153: the parameters of a token request stand in its address. */
export const tokenParametersInAddress: RequestRule = (one) => {
  if (!atToken(one) || one.task === 'return' || isAccepted(one)) return undefined;
  const inAddress = parametersOf(one.exchange).filter(({ place }) => place === 'address');
  const secret = inAddress.find(({ name }) =>
    /secret|password|assertion|refresh_token|^code$/.test(name),
  );
  if (!inAddress.some(({ name }) => name === 'grant_type') && !secret) return undefined;
  return said(one, secret?.name ?? 'grant_type', {
    id: 'LINT-153',
    title: 'The parameters are in the address',
    why: `The token endpoint reads them from the body. Histories and logs keep addresses${
      secret ? `, and \`${secret.name}\` with them` : ''
    }.`,
    fix: 'Send them as a form in the body. With curl remove `-G`.',
    sources: [rfc(6749, '2.3.1')],
  });
};

/** Values that hold such characters unless somebody lost them. */
const bare = new Set(['username', 'password', 'code', 'refresh_token', 'assertion', 'token']);

/** LINT-154: a value was not encoded, so another one arrives. */
export const valueNotEncoded: RequestRule = (one) => {
  if (!atToken(one) || isAccepted(one)) return undefined;
  const inBody = parametersOf(one.exchange).filter(({ place }) => place === 'body');
  const at = inBody.findIndex(
    ({ name, raw, value }, each) =>
      bare.has(name) &&
      isReadable(value) &&
      (/\+/.test(raw) || (name === 'password' && isBroken(inBody[each + 1]))),
  );
  const found = inBody[at];
  if (!found) return undefined;
  const isCut = !found.raw.includes('+');
  return said(one, found.name, {
    id: 'LINT-154',
    // A password may end in a blank, which is a `+` too.
    certainty: found.name === 'password' && !isCut ? 'likely' : 'certain',
    title: `\`${found.name}\` is not percent-encoded`,
    why: isCut
      ? 'In a form `&` begins the next parameter, so the value ends before it.'
      : 'In a form `+` is a space, so the server gets another value than you meant.',
    fix: 'Let the library encode: `URLSearchParams`, or `--data-urlencode` of curl. By hand, + is %2B and & is %26.',
    sources: [rfc(6749, 'B')],
  });
};

/** What stands behind a cut: a name that nobody gives a parameter, or one without a value. */
function isBroken(next: { name: string; raw: string } | undefined): boolean {
  return (
    next !== undefined &&
    (next.raw === '' ||
      !/^(?:grant_type|username|extension|client_|scope|\w+_ttl|endpoint_id|brand|password)/i.test(
        next.name,
      ))
  );
}

/** LINT-155: the grant is missing or misspelt. */
export const grantTypeNeeded: RequestRule = (one, within, { recognised }) => {
  if (!atToken(one) || one.task === 'return' || isAccepted(one)) return undefined;
  const given = valueOf(one, 'grant_type');
  if (isGrant(given) || (given !== '' && !isReadable(given))) return undefined;
  const { body = '' } = one.exchange.request;
  // A body that is no form is told as such, and one that is not shown says nothing.
  const inBody = parametersOf(one.exchange).filter(({ place }) => place === 'body');
  // One parameter alone is a note of somebody, and no request.
  if (given === '' && (inBody.length < 2 || !shows(one, 'request body'))) return undefined;
  if (given === '' && (!isWhole(one, within, recognised.text) || /^\s*[{[]/.test(body))) {
    return undefined;
  }
  const meant = given === '' ? undefined : meantGrant(given);
  return said(one, 'grant_type', {
    id: 'LINT-155',
    title:
      given === ''
        ? names(one, 'grant_type')
          ? '`grant_type` is empty'
          : '`grant_type` is missing'
        : `There is no \`grant_type\` \`${given}\``,
    why: 'The name has to be exact: the server does not guess. It answers OAU-250.',
    fix:
      meant === undefined
        ? 'Send grant_type: `authorization_code`, `refresh_token`, or `urn:ietf:params:oauth:grant-type:jwt-bearer`.'
        : `Write \`${meant}\`.`,
    sources: [rfc(6749, '5.2')],
  });
};

/** LINT-156: a grant that RingCentral ended on 31 March 2024. */
export const passwordGrant: RequestRule = (one) =>
  valueOf(one, 'grant_type') === 'password' && atToken(one)
    ? said(one, 'grant_type', {
        id: 'LINT-156',
        // Where another refusal is told, the grant is not what it is about.
        kind:
          isAccepted(one) || !/^(?:OAU-(?:251|112|125)|unauthorized_client)?$/.test(one.code ?? '')
            ? 'risk'
            : 'wrong',
        certainty: 'likely',
        title: 'The request signs in with a password: that grant ended on 31 March 2024',
        why: 'RingCentral ended password sign-in for apps. It answers OAU-251 to most of them, and a user with single sign-on or a second factor never got in that way.',
        fix: 'For a server use a JWT: you change one request, and each user makes a credential in the console. If people sign in, use authorization code with PKCE.',
        lacks:
          'What the server answers: OAU-251 means the grant, OAU-140 the user or the password.',
        sources: [rfc(9700, '2.4')],
      })
    : undefined;

/** LINT-185: a life that RingCentral does not give. */
export const lifetimeAsked: RequestRule = (one) => {
  const given = atToken(one) ? valueOf(one, 'access_token_ttl') : '';
  const seconds = Number(given);
  if (!/^-?\d+$/.test(given) || (seconds >= 600 && seconds <= 3600) || seconds === -1) {
    return undefined;
  }
  return said(one, 'access_token_ttl', {
    id: 'LINT-185',
    kind: isAccepted(one) ? 'risk' : 'wrong',
    title: `\`access_token_ttl=${given}\` has no such effect: you get 600 to 3600 seconds`,
    why: 'An access token lasts one hour at most. RingCentral uses the nearest value and does not say so.',
    fix: 'Read `expires_in` of the answer, and refresh a minute early, or sign in with the JWT again.',
    sources: [],
  });
};

/** LINT-182: asked for where nothing reads it. */
export const scopeAtExchange: RequestRule = (one) => {
  if (valueOf(one, 'grant_type') !== 'authorization_code') return undefined;
  const found = ['scope', 'audience', 'resource'].find((name) => valueOf(one, name) !== '');
  return found === undefined
    ? undefined
    : said(one, found, {
        id: 'LINT-182',
        kind: 'note',
        title: `\`${found}\` is not read at the exchange of a code`,
        why: 'The sign-in decided what the token may do; at RingCentral the app settings do.',
        fix: 'Leave it out.',
        sources: [rfc(6749, '4.1.3')],
      });
};
