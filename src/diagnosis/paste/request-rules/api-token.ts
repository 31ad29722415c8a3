import { rfc } from '#flows/specs.ts';
import { decodeJwt } from '#protocol/jwt-decode.ts';
import { type Case, header } from '../../case.ts';
import { standInOf } from '../../stand-in.ts';
import { names, valueOf } from '../parameters.ts';
import { isConsoleJwt } from './assertion.ts';
import { isAccepted, isOfSource, type RequestRule, said, shows } from './rule.ts';

const name = 'Authorization';

/** A call of the API; an address alone may be one too, with its token in the query. */
const isApi = ({ task, exchange }: Case): boolean =>
  task === 'api' || /\/restapi\/v\d/.test(exchange.request.url.split('?')[0] ?? '');

const value = (one: Case): string => (header(one, name) ?? '').trim();
export const bearerOf = (one: Case): string => value(one).replace(/^(?:bearer:?\s*)+/i, '');

/** LINT-254, LINT-255: the token in the address. */
export const tokenInAddress: RequestRule = (one) => {
  if (!isApi(one) || !names(one, 'access_token')) return undefined;
  const isTwice = value(one) !== '';
  if (isTwice && isAccepted(one)) return undefined;
  return said(one, 'access_token', {
    id: isTwice ? 'LINT-255' : 'LINT-254',
    kind: isTwice ? 'wrong' : 'risk',
    title: isTwice
      ? 'The request has its token in two places'
      : 'The access token is in the address',
    why: isTwice
      ? 'A request may have its token in only one place.'
      : 'It works at RingCentral today, but do not do it: logs and histories on the way keep the address, and the token in its query.',
    fix: isTwice
      ? 'Keep the header, and remove the token from the address.'
      : 'Send it in the header: `Authorization: Bearer …`. Treat the old one as leaked.',
    sources: [rfc(6750, isTwice ? '2' : '2.3')],
  });
};

/** LINT-250: no token at all. */
export const tokenMissing: RequestRule = (one, { pieces, range }, { recognised: { text } }) => {
  if (!isApi(one) || isAccepted(one) || !shows(one, 'request headers')) return undefined;
  if (header(one, name) !== undefined || names(one, 'access_token')) return undefined;
  // An address alone, or a log's line, shows no headers whatever it says.
  if (pieces.every(({ form }) => form === 'address') || isOfSource(pieces, text)) return undefined;
  // Headers that stand apart, as a tool prints them, were not read with it.
  if (/authorization|bearer/i.test(text.slice(range.from, range.to + 400))) return undefined;
  return said(one, name, {
    id: 'LINT-250',
    title: 'The API call has no `Authorization` header',
    why: 'The API reads the token from it. A redirect to another host, or a proxy, can also drop the header.',
    fix: 'Send `Authorization: Bearer` and the access token, to platform.ringcentral.com itself.',
    sources: [rfc(6750, '2.1')],
  });
};

/** LINT-253: something that is no token, and was sent. */
export const tokenIsNoToken: RequestRule = (one) => {
  const given = value(one);
  if (!isApi(one) || isAccepted(one) || header(one, name) === undefined) return undefined;
  // Another scheme is told as such.
  if (/^(?!bearer\b)[a-z]+\s+\S/i.test(given)) return undefined;
  const token = bearerOf(one);
  const [word] = /^(?:undefined|null|none|nil|nan|\[object object\])$/i.exec(token) ?? [];
  const isPlaceholder = standInOf(token) === 'placeholder' || /^\{\{?[\w. -]+\}?\}$/.test(token);
  const what =
    token === '' || /^bearer$/i.test(given)
      ? 'There is nothing after `Bearer`'
      : word !== undefined
        ? `The word \`${word}\` was sent instead of the token`
        : isPlaceholder && one.exchange.response !== undefined
          ? `A placeholder was sent instead of the token: the variable is not filled in`
          : /^["'`]|["'`]$/.test(token)
            ? 'There are quotes around the token'
            : /\s/.test(token) && standInOf(token) === undefined
              ? 'The token has a space or a line break in it'
              : undefined;
  if (what === undefined) return undefined;
  return said(one, name, {
    id: 'LINT-253',
    title: what,
    why: 'Your program has no token when it sends the request: a variable is empty or has another name, no environment is chosen, or the program did not wait for the sign-in.',
    fix: 'Look at what your program reads before it sends it; write Bearer, one space, and only the token.',
    sources: [rfc(6750, '2.1')],
  });
};

/** LINT-251, LINT-257, LINT-252: the scheme. */
export const tokenScheme: RequestRule = (one) => {
  const given = value(one);
  if (!isApi(one) || given === '' || standInOf(given) !== undefined) return undefined;
  const shared = { sources: [rfc(6750, '2.1')] };
  if (/^bearer\s+\S/.test(given) && !/^bearer\s+bearer\b/i.test(given)) {
    return said(one, name, {
      ...shared,
      id: 'LINT-252',
      kind: 'note',
      title: '`bearer` in small letters is correct too',
      why: 'Capitals do not matter in the name of a scheme. Some other servers refuse it.',
      sources: [rfc(9110, '11.1')],
    });
  }
  if (isAccepted(one)) return undefined;
  if (/^basic\b/i.test(given)) {
    return said(one, name, {
      ...shared,
      id: 'LINT-257',
      title: 'Client id and secret are sent to the API',
      why: 'The API accepts `Bearer` and an access token. Basic is for the token endpoint. RingCentral answers OAU-151 or AGW-402.',
      fix: 'Exchange them first at /restapi/oauth/token, and send the access_token of the answer as `Bearer`.',
    });
  }
  const what = /^bearer:/i.test(given)
    ? 'There is a colon after `Bearer`'
    : /^bearer\s+bearer\b/i.test(given)
      ? '`Bearer` is there twice'
      : /^(?:token|oauth|jwt)\s/i.test(given)
        ? `The scheme is \`${given.split(/\s/)[0] ?? ''}\`, not \`Bearer\``
        : /^bearer(?:\s|$)/i.test(given)
          ? undefined
          : /^bearer/i.test(given)
            ? 'There is no space between `Bearer` and the token'
            : /\s/.test(given)
              ? undefined
              : '`Bearer` is missing before the token';
  return what === undefined
    ? undefined
    : said(one, name, {
        ...shared,
        id: 'LINT-251',
        title: what,
        why: 'The header begins with a scheme, and the API knows only Bearer. RingCentral answers AGW-402.',
        fix: 'Write Bearer, one space, and the token.',
      });
};

/** Answers of the paste that hand out this value under that name, before the request. */
function handedOut(one: Case, member: string, token: string, text: string): boolean {
  const inAnswers = one.earlier.some(({ response }) =>
    new RegExp(`"${member}"\\s*:\\s*"`).test(response?.body ?? '')
      ? (response?.body ?? '').includes(`"${token}"`) &&
        valueIn(response?.body ?? '', member) === token
      : false,
  );
  return inAnswers || valueIn(text, member) === token;
}

const valueIn = (text: string, member: string): string | undefined =>
  new RegExp(`["']${member}["']\\s*[:=]>?\\s*["']([^"']{8,4000})["']`).exec(text)?.[1];

/** LINT-256: a value that opens another door. */
export const otherToken: RequestRule = (one, _within, { recognised: { text } }) => {
  if (!isApi(one) || isAccepted(one)) return undefined;
  const token = bearerOf(one);
  if (token.length < 8 || standInOf(token) !== undefined) return undefined;
  const shared = {
    id: 'LINT-256' as const,
    sources: [rfc(6750, '2.1')],
    fix: 'Send the `access_token` of the token endpoint’s answer.',
  };
  if (isConsoleJwt(token)) {
    return said(one, name, {
      ...shared,
      title: 'The JWT credential was sent to the API',
      why: 'The console’s JWT is not an access token, though the same server signed it: its audience is the token endpoint. RingCentral answers OAU-149.',
      fix: 'Exchange it first at /restapi/oauth/token: send it as `assertion`, and then the access_token of the answer to the API.',
    });
  }
  if (handedOut(one, 'refresh_token', token, text)) {
    return said(one, name, {
      ...shared,
      title: 'The refresh token was sent to the API',
      why: 'It is the refresh token of the answer above. Send a refresh token only to the authorization server.',
    });
  }
  const isCode = one.earlier.some((each) => valueOf({ exchange: each }, 'code') === token);
  if (isCode) {
    return said(one, name, {
      ...shared,
      title: 'The authorization code was sent to the API',
      why: 'Exchange a code for tokens first; the API accepts only access tokens.',
    });
  }
  // RingCentral's access tokens are no JWTs.
  return decodeJwt(token).kind === 'jwt'
    ? said(one, name, {
        ...shared,
        certainty: 'likely',
        title: 'A JWT was sent to the API',
        why: 'RingCentral’s access tokens are not JWTs, so this is another server’s token, or an id token.',
        lacks: 'Where this token comes from. Do not send the token itself.',
      })
    : undefined;
};
