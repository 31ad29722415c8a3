import { rfc } from '#flows/specs.ts';
import { headerOf, statusOf } from '#protocol/exchange-parts.ts';
import type { Case } from '../../case.ts';
import { valueOf } from '../parameters.ts';
import { isReadable, type RequestRule, said, shows } from './rule.ts';

/** The members of an answer of the token endpoint, where the paste shows one. */
function tokenAnswer(one: Case): Readonly<Record<string, unknown>> | undefined {
  const { response } = one.exchange;
  if (!response?.body || response.status >= 400) return undefined;
  try {
    // What somebody wrote behind it is no part of it.
    const [text = ''] = /\{[\s\S]*\}/.exec(response.body) ?? [];
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'access_token' in body
      ? { ...body }
      : undefined;
  } catch {
    return undefined;
  }
}

/** What programs say that were given a text for a number. */
const stumbled =
  /TypeError|unsupported operand|can only concatenate|\bNaN\b|Invalid (?:Date|time|cast)|InvalidCast|FormatException|NumberFormat|cannot (?:convert|unmarshal)|non-numeric|unmarshal|ClassCast/i;

/** LINT-218, LINT-219: members of another kind than a client expects. */
export const tokenMembers: RequestRule = (one, _within, { recognised: { text } }) => {
  const answer = tokenAnswer(one);
  if (!answer) return undefined;
  const type = answer['token_type'];
  if (typeof type === 'string' && isReadable(type) && !/^bearer$/i.test(type)) {
    return said(one, 'token_type', {
      id: 'LINT-218',
      // Bound tokens are right at servers that issue them, and RingCentral does not.
      ...(/^(?:dpop|pop|n_a)$/i.test(type) ? { kind: 'note' as const } : {}),
      title: `\`token_type\` is \`${type}\`, which RingCentral’s API does not know`,
      why: 'A client must not use a token of a type that it does not know; capitals do not matter. RingCentral issues `bearer`.',
      fix: 'If the server is yours, answer with `"token_type": "bearer"`; if not, look which server answered.',
      sources: [rfc(6749, '7.1')],
    });
  }
  const life = answer['expires_in'];
  return typeof life === 'string' && isReadable(life)
    ? said(one, 'expires_in', {
        id: 'LINT-219',
        // Many clients read it as it is: it went wrong where a program says so.
        ...(stumbled.test(text) ? {} : { kind: 'note' as const }),
        title: '`expires_in` is a text, not a number',
        why: 'Clients calculate with it, and a text then makes an error or a wrong time.',
        fix: 'If the server is yours, answer with a number of seconds; if not, turn it into one when you read it.',
        sources: [rfc(6749, '5.1')],
      })
    : undefined;
};

/** LINT-216: no refresh token. Not an error: a setting. */
export const noRefreshToken: RequestRule = (one) => {
  const answer = tokenAnswer(one);
  if (!answer || 'refresh_token' in answer) return undefined;
  const isOff = one.app?.settings?.issueRefreshTokens === false;
  return said(one, 'access_token', {
    id: 'LINT-216',
    kind: 'note',
    title: 'The answer has no `refresh_token`',
    why: `${
      isOff
        ? 'The app’s setting “Issue refresh tokens” is off.'
        : 'RingCentral issues one only if the app’s setting “Issue refresh tokens” is on.'
    } The sign-in is over when the access token ends, after an hour.`,
    fix: 'Switch on “Issue refresh tokens” in the app settings, and sign in again. A program with a JWT needs none: it sends the JWT again.',
    sources: [rfc(6749, '5.1')],
  });
};

/** LINT-215: an answer with tokens that may be kept on the way. */
export const mayBeStored: RequestRule = (one) => {
  const { response } = one.exchange;
  if (!tokenAnswer(one) || !response || !shows(one, 'response headers')) return undefined;
  if (response.headers.length < 2) return undefined;
  return headerOf(response.headers, 'cache-control') === undefined
    ? said(one, 'access_token', {
        id: 'LINT-215',
        kind: 'note',
        title: 'The answer with tokens has no `Cache-Control: no-store`',
        why: 'A cache on the way may keep it. RingCentral sends the header; a proxy removed it, or another server answered.',
        fix: 'Send `Cache-Control: no-store` with each answer that has a token.',
        sources: [rfc(6749, '5.1')],
      })
    : undefined;
};

/** LINT-217: less was granted than was asked for. */
export const narrowerScope: RequestRule = (one) => {
  const answer = tokenAnswer(one);
  const given = answer?.['scope'];
  const asked = one.authorized.get('scope') ?? valueOf(one, 'scope');
  if (typeof given !== 'string' || !isReadable(given) || asked === '') return undefined;
  const has = new Set(given.split(' '));
  const lacking = asked.split(/[ ,]+/).filter((word) => word !== '' && !has.has(word));
  return lacking.length === 0
    ? undefined
    : said(one, 'scope', {
        id: 'LINT-217',
        kind: 'note',
        title: `The token does not have \`${lacking.join(' ')}\``,
        why: 'RingCentral gives the permissions of the app settings, whatever you ask for. An API that needs another one answers 403.',
        fix: 'Add the permission in the app settings, and sign in again.',
        sources: [rfc(6749, '3.3')],
      });
};

/** LINT-220: a page where JSON was expected. */
export const pageForJson: RequestRule = (one) => {
  const { response, request } = one.exchange;
  if (!response || one.task === 'authorize' || one.task === 'return') return undefined;
  const isToken = /\/oauth\/token/.test(request.url) || valueOf(one, 'grant_type') !== '';
  const type = headerOf(response.headers, 'content-type') ?? '';
  const isPage = /^\s*<(?:!doctype|html)/i.test(response.body ?? '') || /text\/html/i.test(type);
  const status = statusOf(one.exchange) ?? 0;
  if (!isToken || (!isPage && !(status >= 300 && status < 400))) return undefined;
  return said(one, String(status), {
    id: 'LINT-220',
    certainty: 'likely',
    title: isPage
      ? 'A web page came back instead of JSON'
      : 'The token endpoint answered with a redirect',
    why: 'The request did not reach the token endpoint: the address is wrong, it is http, or a proxy or a login page answered first.',
    fix: 'Send to `https://platform.ringcentral.com/restapi/oauth/token`, and look what is between: a company proxy, a firewall or your own server.',
    lacks: 'The address that the request was sent to, and the first lines of the page.',
    sources: [rfc(6749, '5.1')],
  });
};

/** LINT-304: a redirect that takes the password along. */
export const redirectKeepsBody: RequestRule = (one) => {
  const { request } = one.exchange;
  const status = statusOf(one.exchange) ?? 0;
  if ((status !== 307 && status !== 308) || request.method !== 'POST') return undefined;
  const [, name] =
    /(?:^|[?&"'\s])(password|passwd|pwd|client_secret)["']?\s*[=:]/i.exec(request.body ?? '') ?? [];
  return name === undefined
    ? undefined
    : said(one, String(status), {
        id: 'LINT-304',
        title: `A redirect with ${status} sends the ${name} on`,
        why: 'A browser repeats the POST with its body at the next address, so the app gets what the user typed for the server.',
        fix: 'Redirect with 303 after a sign-in form: the browser then asks by GET, without the body.',
        sources: [rfc(9700, '4.12')],
      });
};
