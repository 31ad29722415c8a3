import { rfc } from '#flows/specs.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { kindOf, statusOf } from '#protocol/exchange-parts.ts';
import { expectedAndSent } from '../../compare/segments.ts';
import { nearMiss } from '../compare/near-miss.ts';
import { parametersOf, valueOf } from '../parameters.ts';
import { isAccepted, isReadable, isWhole, type RequestRule, said, shows } from './rule.ts';

const isToken = (exchange: Exchange): boolean => kindOf(exchange) === 'token';
const took = (exchange: Exchange): boolean => (statusOf(exchange) ?? 0) === 200;

/** LINT-158: the same code in two token requests. */
export const codeTwice: RequestRule = (one) => {
  const code = valueOf(one, 'code');
  if (one.task !== 'token' || isAccepted(one) || !isReadable(code)) return undefined;
  const same = one.earlier.filter(
    (exchange) => isToken(exchange) && valueOf({ exchange }, 'code') === code,
  );
  const [first] = same;
  if (!first) return undefined;
  return said(one, 'code', {
    id: 'LINT-158',
    title: 'The same code is sent twice',
    why: `A code works once. A page that loads twice, a retry or a prefetch sends it again${
      same.some(took) ? '; the first exchange got its tokens' : ''
    }, and the server takes that for theft.`,
    fix: 'Exchange a code once, and remove it from the address before anything else runs.',
    sources: [rfc(6749, '4.1.2')],
  });
};

/** LINT-159: the two requests of one attempt name two addresses. */
export const redirectUriDiffers: RequestRule = (one, within, { recognised }) => {
  if (valueOf(one, 'grant_type') !== 'authorization_code' || isAccepted(one)) return undefined;
  const expected = one.authorized.get('redirect_uri') ?? '';
  const given = valueOf(one, 'redirect_uri');
  if (!isReadable(expected) || (given !== '' && !isReadable(given))) return undefined;
  if (given === '' && (!isWhole(one, within, recognised.text) || !shows(one, 'request body'))) {
    return undefined;
  }
  const difference = nearMiss(given, expected);
  if (!difference) return undefined;
  return said(one, 'redirect_uri', {
    id: 'LINT-159',
    title:
      given === ''
        ? 'The token request has no `redirect_uri`'
        : `\`redirect_uri\` differs from the one of the sign-in: ${difference.words}`,
    why:
      given === ''
        ? 'It must repeat the address of the authorization request, which proves that the same app asks. RingCentral answers OAU-109.'
        : `The token request repeats the address of the authorization request, character for character. They differ from character ${difference.at} on. RingCentral answers OAU-109.`,
    fix: 'Keep the address in one constant, and send it in both requests.',
    ...(given === ''
      ? {}
      : {
          comparison: expectedAndSent(
            { label: 'At the sign-in', text: expected, maker: 'app' },
            given,
          ),
        }),
    sources: [rfc(6749, '4.1.3')],
  });
};

/** LINT-160, LINT-161, LINT-164: verifier and challenge, without hashing. */
export const verifierOfPair: RequestRule = (one, within, { recognised }) => {
  if (valueOf(one, 'grant_type') !== 'authorization_code' || isAccepted(one)) return undefined;
  if (one.authorized.size === 0) return undefined;
  const challenge = one.authorized.get('code_challenge') ?? '';
  const method = one.authorized.get('code_challenge_method') ?? '';
  const verifier = valueOf(one, 'code_verifier');
  if (challenge !== '' && verifier === '') {
    return isWhole(one, within, recognised.text) && shows(one, 'request body')
      ? said(one, 'code_verifier', {
          id: 'LINT-160',
          title: 'The `code_verifier` is missing',
          why: 'The authorization request sent a challenge, so the code is useless without its verifier. A sign-in on the whole page clears what was in memory.',
          fix: 'Keep the verifier in sessionStorage, or in the session of your server, before the redirect, and send it as `code_verifier`.',
          sources: [rfc(7636, '4.5')],
        })
      : undefined;
  }
  if (verifier === '') return undefined;
  if (challenge === '') {
    return said(one, 'code_verifier', {
      id: 'LINT-161',
      title: 'The exchange sends a verifier, and the sign-in sent no challenge',
      why: 'The code is not bound to a challenge, so the verifier proves nothing, and a server that follows RFC 9700 refuses it: somebody may have removed the challenge on the way.',
      fix: 'Send `code_challenge` and `code_challenge_method=S256` with the authorization request.',
      sources: [rfc(9700, '4.8.2')],
    });
  }
  if (!isReadable(verifier)) return undefined;
  const others: [string, string][] = [
    ['challenge', method === 'S256' ? challenge : ''],
    ['state', one.authorized.get('state') ?? ''],
    ['code', valueOf(one, 'code')],
  ];
  const found = others.find(([, value]) => value === verifier)?.[0];
  if (found !== undefined) {
    return said(one, 'code_verifier', {
      id: 'LINT-164',
      title: `The ${found} was sent as the verifier`,
      why:
        found === 'challenge'
          ? 'The server hashes what it gets, so it compares the hash of a hash with the hash.'
          : 'The server hashes what it gets, and the result is not the challenge.',
      fix: 'Send the challenge in the authorization request, and its verifier in the token request.',
      sources: [rfc(7636, '4.6')],
    });
  }
  return undefined;
};

/** LINT-166: one verifier for two sign-ins; LINT-047: one challenge. LINT-032: one state. */
export const usedAgain: RequestRule = (one) => {
  const isAuthorize = one.task === 'authorize';
  const name = isAuthorize ? 'code_challenge' : 'code_verifier';
  const value = valueOf(one, name);
  const state = isAuthorize ? valueOf(one, 'state') : '';
  const before = one.earlier.filter(
    (each) => kindOf(each) === (isAuthorize ? 'authorize' : 'token'),
  );
  const same = (parameter: string, text: string): boolean =>
    isReadable(text) && before.some((exchange) => valueOf({ exchange }, parameter) === text);
  // The same address twice is one request that was written down twice.
  const isCopy = before.some(({ request }) => request.url === one.exchange.request.url);
  if (isAuthorize && isCopy) return undefined;
  const code = valueOf(one, 'code');
  if (!isAuthorize && code !== '' && same('code', code)) return undefined;
  if (same(name, value)) {
    return said(one, name, {
      id: isAuthorize ? 'LINT-047' : 'LINT-166',
      kind: 'risk',
      title: isAuthorize
        ? 'Two sign-ins have the same challenge'
        : 'Two exchanges have the same verifier',
      why: 'Anybody who saw one verifier can exchange the other code.',
      fix: 'Make a new verifier for each sign-in.',
      sources: [rfc(9700, '2.1.1')],
    });
  }
  return same('state', state)
    ? said(one, 'state', {
        id: 'LINT-032',
        kind: 'risk',
        title: 'Two sign-ins have the same `state`',
        why: 'The app can mistake an answer to one for an answer to the other.',
        fix: 'Make a new one for each sign-in.',
        sources: [rfc(9700, '4.7.1')],
      })
    : undefined;
};

/** LINT-177, LINT-178: what a refresh sends. */
export const refreshSends: RequestRule = (one, within, { recognised: { text }, exchanges }) => {
  if (one.task !== 'refresh') return undefined;
  const token = valueOf(one, 'refresh_token');
  const answer = (member: string): RegExp =>
    new RegExp(`["']${member}["']\\s*[:=]>?\\s*["']([^"']{8,4000})["']`, 'g');
  const given = (member: string): string[] =>
    [...text.matchAll(answer(member))].map(([, value = '']) => value);
  if (!isAccepted(one) && isReadable(token) && given('access_token').includes(token)) {
    return said(one, 'refresh_token', {
      id: 'LINT-177',
      title: 'The access token is sent instead of the refresh token',
      why: 'It is the access_token of the answer in this paste. The server looks for a refresh token and finds none.',
      fix: 'Keep the two apart, and send the `refresh_token` of the answer.',
      sources: [rfc(6749, '6')],
    });
  }
  if (
    !isAccepted(one) &&
    token === '' &&
    isWhole(one, within, text) &&
    shows(one, 'request body')
  ) {
    return said(one, 'refresh_token', {
      id: 'LINT-177',
      title: 'The refresh has no `refresh_token`',
      why: 'There is no refresh token: the program kept none, or the server issued none.',
      fix: 'Keep the refresh_token of each answer, and look whether the app’s setting “Issue refresh tokens” is on.',
      sources: [rfc(6749, '6')],
    });
  }
  if (!isReadable(token)) return undefined;
  const at = exchanges.findIndex((each) => each.one.exchange.id === one.exchange.id);
  const twin = exchanges
    .slice(0, Math.max(at, 0))
    .findLast(
      (each) => each.one.task === 'refresh' && valueOf(each.one, 'refresh_token') === token,
    );
  if (!twin) return undefined;
  const apart = Math.abs(one.exchange.startedAt - twin.one.exchange.startedAt);
  const isTimed = one.exchange.startedAt > 0 && twin.one.exchange.startedAt > 0;
  return said(one, 'refresh_token', {
    id: 'LINT-178',
    kind: isAccepted(one) ? 'risk' : 'wrong',
    title: 'The same refresh token is used twice',
    why: `A refresh token works once: its answer has a new one, and the old one ends about ten seconds after the new access token is used.${
      isTimed ? ` These two refreshes are ${Math.round(apart / 1000)} seconds apart.` : ''
    } Two processes or tabs that refresh, or a new token that was not kept, do this.`,
    fix: 'Let one process refresh, behind a lock, and keep both new tokens before you send anything else.',
    sources: [rfc(9700, '4.14.2')],
  });
};

/** LINT-300: the code of an answer whose state did not fit was exchanged. */
export const exchangedInSpite: RequestRule = (one) => {
  const code = valueOf(one, 'code');
  if (one.task !== 'token' || !isReadable(code)) return undefined;
  const sent = one.authorized.get('state') ?? '';
  if (!isReadable(sent)) return undefined;
  const callback = one.earlier.findLast(
    (exchange) =>
      exchange.to === 'app' &&
      parametersOf(exchange).some((each) => each.name === 'code' && each.value === code),
  );
  const came = callback === undefined ? sent : valueOf({ exchange: callback }, 'state');
  return came === sent || (came !== '' && !isReadable(came))
    ? undefined
    : said(one, 'code', {
        id: 'LINT-300',
        title: 'The code was exchanged although `state` does not fit',
        why: 'The answer has another state than the request sent, so somebody else may have started it. The app must stop before the exchange.',
        fix: 'Compare state first, and use no code of an answer that fails it.',
        sources: [rfc(6749, '10.12')],
      });
};

/** LINT-262: an access token after a refresh that replaced it. */
export const tokenReplaced: RequestRule = (one) => {
  if (one.task !== 'api' || isAccepted(one)) return undefined;
  const given = one.exchange.request.headers.find(
    ([name]) => name.toLowerCase() === 'authorization',
  );
  const token = given?.[1].replace(/^bearer\s+/i, '') ?? '';
  if (!isReadable(token)) return undefined;
  const at = one.earlier.findLastIndex(
    (exchange) => valueOf({ exchange }, 'grant_type') === 'refresh_token' && took(exchange),
  );
  const refresh = one.earlier[at];
  if (!refresh || (refresh.response?.body ?? '').includes(token)) return undefined;
  const wasGood = one.earlier
    .slice(0, at)
    .some(
      ({ request, response }) =>
        request.headers.some(([, value]) => value.includes(token)) ||
        (response?.body ?? '').includes(`"${token}"`),
    );
  return wasGood
    ? said(one, 'Authorization', {
        id: 'LINT-262',
        title: 'This access token was replaced by the refresh above',
        why: 'A refresh ends the old access token at once, though its hour is not over. RingCentral answers OAU-129, and OAU-213 a little later.',
        fix: 'Replace the old tokens by the new ones before the next request.',
        sources: [rfc(6749, '6')],
      })
    : undefined;
};

/** LINT-260: a token of one environment at another. */
export const tokenOfOtherHost: RequestRule = (one, _within, { recognised: { text } }) => {
  if (one.task !== 'api' || isAccepted(one)) return undefined;
  const host = (url: string): string =>
    /^https?:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  const here = host(one.exchange.request.url);
  const from = one.earlier.findLast((exchange) => isToken(exchange) && took(exchange));
  const there = from ? host(from.request.url) : '';
  if (here === '' || there === '' || here === there || !/ringcentral/.test(here + there)) {
    return undefined;
  }
  const token =
    one.exchange.request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ??
    '';
  const bare = token.replace(/^bearer\s+/i, '');
  const isSame = isReadable(bare) && (from?.response?.body ?? '').includes(bare);
  return isSame || /with that token|same token/i.test(text)
    ? said(one, 'Authorization', {
        id: 'LINT-260',
        title: `The token is from ${there}, and was sent to ${here}`,
        why: 'Each environment knows only its own tokens. RingCentral answers OAU-149 or OAU-213.',
        fix: 'Sign in and call the API at one host: https://platform.ringcentral.com.',
        sources: [rfc(9700, '2.3')],
      })
    : undefined;
};
