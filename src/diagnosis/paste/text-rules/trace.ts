import { rfc } from '#flows/specs.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { grantOf, headerOf, kindOf, statusOf } from '#protocol/exchange-parts.ts';
import type { PasteCase, PasteRule, PastedExchange } from '../paste-case.ts';
import { names, valueOf } from '../parameters.ts';
import { isReadable } from '../request-rules/rule.ts';
import { foundIn, saidOf } from './rule.ts';

const hostOf = (url: string): string =>
  /^https?:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
const isTimed = ({ startedAt }: Exchange): boolean => startedAt > 0;
const of = ({ exchanges }: PasteCase): readonly PastedExchange[] => exchanges;
const isCallback = ({ one }: PastedExchange): boolean =>
  one.task === 'return' ||
  (names(one, 'code') && kindOf(one.exchange) === 'other' && one.exchange.request.method === 'GET');

/** LINT-120, LINT-119: the code travels on in a Referer header. */
export const codeInReferer: PasteRule = (paste) => {
  for (const each of of(paste)) {
    const referer = headerOf(each.one.exchange.request.headers, 'referer') ?? '';
    const code = /[?&]code=([^&#\s]{6,})/.exec(referer)?.[1] ?? '';
    if (!isReadable(code) || hostOf(referer) === hostOf(each.one.exchange.request.url)) continue;
    return saidOf(each, 'referer', {
      id: 'LINT-120',
      title: `The browser sends the code to ${hostOf(each.one.exchange.request.url)}, in the Referer header`,
      why: 'The callback page loads something from another host, and the browser sends it the whole address of the page, with the code.',
      fix: 'Answer the callback with `Referrer-Policy: no-referrer` and a redirect to a page without the code; load nothing foreign before.',
      sources: [rfc(9700, '4.2.4')],
    });
  }
  return undefined;
};

/** LINT-119: a callback page that loads things of others. */
export const foreignOnCallback: PasteRule = (paste) => {
  const at = of(paste).findIndex((each) => isCallback(each) && statusOf(each.one.exchange) === 200);
  const page = of(paste)[at];
  const headers = page?.one.exchange.response?.headers ?? [];
  if (!page || headers.length === 0 || headerOf(headers, 'referrer-policy') !== undefined)
    return undefined;
  const { url } = page.one.exchange.request;
  const foreign = of(paste)
    .slice(at + 1)
    .find(
      ({ one }) =>
        headerOf(one.exchange.request.headers, 'referer')?.startsWith(url.split('?')[0] ?? url) ===
          true && hostOf(one.exchange.request.url) !== hostOf(url),
    );
  return (
    foreign &&
    saidOf(foreign, 'referer', {
      id: 'LINT-119',
      kind: 'note',
      title: `The callback page loads something from ${hostOf(foreign.one.exchange.request.url)}, and has no Referrer-Policy`,
      why: 'A browser may send the other host the address of the page, with the code in it.',
      fix: 'Send `Referrer-Policy: no-referrer` with the callback, and load nothing foreign there.',
      sources: [rfc(9700, '4.2.4')],
    })
  );
};

/** RingCentral's code lives a minute. */
const lifeOfCode = 60_000;

/** LINT-123: the exchange came later than the code lives. */
export const exchangedLate: PasteRule = (paste) => {
  for (const each of of(paste)) {
    const { exchange } = each.one;
    const code = grantOf(exchange) === 'authorization_code' ? valueOf(each.one, 'code') : '';
    if (!isReadable(code) || !isTimed(exchange) || statusOf(exchange) === 200) continue;
    const callback = each.one.earlier.findLast(
      (before) =>
        isTimed(before) &&
        valueOf({ exchange: before }, 'code') === code &&
        before.request.method === 'GET',
    );
    if (!callback) continue;
    const life = Number(valueOf({ exchange: callback }, 'expires_in')) * 1000 || lifeOfCode;
    const apart = exchange.startedAt - callback.startedAt;
    if (apart <= life) continue;
    return saidOf(each, 'code', {
      id: 'LINT-123',
      title: `The code was exchanged ${Math.round(apart / 1000)} seconds after it came`,
      why: `It lasts ${life / 1000} seconds, so it had expired. A debugger that stops in between is enough.`,
      fix: 'Exchange it at once.',
      sources: [rfc(6749, '4.1.2')],
    });
  }
  return undefined;
};

/** LINT-158: a callback that was opened twice, by a log. */
export const callbackTwice: PasteRule = ({ recognised: { text } }) => {
  const lines = /"?(?:GET|POST) (\/[^\s"?]*\?[^\s"]*\bcode=([^\s"&]{6,})[^\s"]*)/g;
  const seen = new Set<string>();
  for (const match of text.matchAll(lines)) {
    const [, , code = ''] = match;
    if (!isReadable(code)) continue;
    if (seen.has(code)) {
      return saidOf({ range: { from: match.index, to: match.index + match[0].length } }, 'code', {
        id: 'LINT-158',
        title: 'The callback is opened twice with the same code',
        why: 'A code works once: the second exchange gets OAU-106, “Invalid authorization code”. A reload, a prefetch or a second request of the browser does this.',
        fix: 'Exchange a code once, redirect to a page without it, and let a second request find the existing session.',
        sources: [rfc(6749, '4.1.2')],
      });
    }
    seen.add(code);
  }
  return undefined;
};

/** LINT-178: a log in which several refresh with one token. */
export const refreshedTwiceInLog: PasteRule = ({ recognised: { text } }) => {
  const lines =
    /^([^\n]{0,80}?)\brefresh\w*\b(?! ok)[^\n]{0,40}?\b(?:rt|refresh_?token|token)[=:]\s*([\w.-]{4,})/gim;
  const seen = new Map<string, number>();
  for (const match of text.matchAll(lines)) {
    const [line, , token = ''] = match;
    if (/\b(?:ok|stored|new|saved|received)\b/i.test(line) || !isReadable(token)) continue;
    const count = (seen.get(token) ?? 0) + 1;
    seen.set(token, count);
    if (count < 2 || !/OAU-213|Token not found|invalid_grant/i.test(text)) continue;
    return saidOf(
      { range: { from: match.index, to: match.index + line.length } },
      'refresh_token',
      {
        id: 'LINT-178',
        title: 'More than one process refreshes with the same refresh token',
        why: 'A refresh token works once. About ten seconds after the new access token is used the old refresh token ends, so a later refresh with it gets OAU-213, “Token not found”.',
        fix: 'Let one process refresh, behind a lock, and let the others read its tokens.',
        sources: [rfc(9700, '4.14.2')],
      },
    );
  }
  return undefined;
};

/** LINT-303: nothing protects the sign-in, though it works. */
export const worksButOpen: PasteRule = (paste) => {
  const traded = of(paste).find(
    ({ one }) => grantOf(one.exchange) === 'authorization_code' && statusOf(one.exchange) === 200,
  );
  const { authorized } = traded?.one ?? {};
  if (!traded || !authorized || authorized.size === 0) return undefined;
  return authorized.get('state') || authorized.get('code_challenge')
    ? undefined
    : saidOf(traded, 'state', {
        id: 'LINT-303',
        kind: 'risk',
        title: 'It works, and nothing protects it: there is neither PKCE nor state',
        why: 'The app accepts a code from somebody else’s sign-in, and the user is signed in as somebody else.',
        fix: 'Send a challenge with S256, and a random state that you compare.',
        sources: [rfc(9700, '2.1.1')],
      });
};

/** LINT-305: the code is carried on to another host. */
export const carriedOn: PasteRule = (paste) => {
  for (const each of of(paste)) {
    const { exchange } = each.one;
    const location = headerOf(exchange.response?.headers ?? [], 'location') ?? '';
    const code = valueOf(each.one, 'code');
    if (exchange.request.method !== 'GET' || !isReadable(code)) continue;
    const to = hostOf(location);
    if (to === '' || to === hostOf(exchange.request.url) || !location.includes(code)) continue;
    return saidOf(each, 'location', {
      id: 'LINT-305',
      title: `The callback redirects to ${to}, with the code`,
      why: 'The code leaves the registered host. The other host and its logs have it.',
      fix: 'Exchange the code where it arrives, and redirect without it.',
      sources: [rfc(9700, '4.11.1')],
    });
  }
  return undefined;
};

/** LINT-261: a token of RingCentral's goes to somebody else. */
export const tokenToOther: PasteRule = (paste) => {
  const ours = new Set<string>();
  for (const each of of(paste)) {
    const { request } = each.one.exchange;
    const token = (headerOf(request.headers, 'authorization') ?? '').replace(/^bearer\s+/i, '');
    if (!isReadable(token) || token.length < 16) continue;
    const host = hostOf(request.url);
    if (/(?:^|\.)ringcentral\.(?:com|biz)$/.test(host)) ours.add(token);
    else if (ours.has(token)) {
      return saidOf(each, 'Authorization', {
        id: 'LINT-261',
        kind: 'risk',
        title: `The access token is sent to ${host} as well`,
        why: 'That host can use it at RingCentral until it ends.',
        fix: 'Send it only to platform.ringcentral.com; another service needs its own token.',
        sources: [rfc(9700, '4.9.1')],
      });
    }
  }
  return undefined;
};

/** LINT-307: one address for the answers of several servers. */
export const severalServers: PasteRule = (paste) => {
  const asked = of(paste).filter(
    ({ one }) =>
      one.task === 'authorize' || (names(one, 'response_type') && names(one, 'client_id')),
  );
  const first = asked[0];
  const other = asked.find(
    ({ one }) =>
      first !== undefined &&
      hostOf(one.exchange.request.url) !== hostOf(first.one.exchange.request.url) &&
      valueOf(one, 'redirect_uri') !== '' &&
      valueOf(one, 'redirect_uri') === valueOf(first.one, 'redirect_uri'),
  );
  return (
    other &&
    saidOf(other, 'redirect_uri', {
      id: 'LINT-307',
      kind: 'risk',
      title: 'Two authorization servers answer at one redirect URI',
      why: 'The app cannot tell whose code it got, and may send one server’s code to the other.',
      fix: 'Keep a redirect URI for each server, or compare `iss` of the answer.',
      sources: [rfc(9700, '4.4.2')],
    })
  );
};

/** Sign-ins that a program begins by itself, again and again. */
const logins = new Set([
  'password',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
  'client_credentials',
]);

/** LINT-309: a sign-in for each call. */
export const signedInAgain: PasteRule = (paste) => {
  const all = of(paste).filter(({ one }) => logins.has(grantOf(one.exchange) ?? ''));
  const taken = all.filter(
    ({ one }) => statusOf(one.exchange) === 200 || statusOf(one.exchange) === 429,
  );
  const third = taken[2];
  return (
    third &&
    saidOf(third, 'grant_type', {
      id: 'LINT-309',
      kind: 'risk',
      title: `The program signs in ${taken.length} times`,
      why: 'RingCentral accepts five token requests a minute (group Auth, 429 with CMN-301), and ends the oldest session of a user and an app past about five.',
      fix: 'Sign in once, keep the access token for its hour, and use it for all calls.',
      sources: [],
    })
  );
};

/** LINT-302: a script of the page carries the secret. */
export const secretInScript: PasteRule = (paste) => {
  for (const each of of(paste)) {
    const { response } = each.one.exchange;
    const type = headerOf(response?.headers ?? [], 'content-type') ?? '';
    if (!response || !/javascript/i.test(type)) continue;
    const found = foundIn(
      response.body ?? '',
      /(?:client|app)_?secret["']?\s*[:=]\s*["'`]([\w-]{16,})["'`]/i,
    );
    if (!found || !isReadable(found.groups[1] ?? '')) continue;
    return saidOf(each, 'clientSecret', {
      id: 'LINT-302',
      title: 'A script that the page loads contains the client secret',
      why: 'Everybody who opens the page can read it.',
      fix: 'Build the page without it, use PKCE, and treat the secret as leaked.',
      sources: [rfc(9700, '2.5')],
    });
  }
  return undefined;
};

/** LINT-183: two clocks. */
export const clockOff: PasteRule = (paste) => {
  for (const each of of(paste)) {
    const { exchange } = each.one;
    const date = Date.parse(headerOf(exchange.response?.headers ?? [], 'date') ?? '');
    const end = exchange.startedAt + (exchange.durationMs ?? 0);
    const apart = Math.round((date - end) / 1000);
    if (!isTimed(exchange) || Number.isNaN(date) || Math.abs(apart) <= 60) continue;
    return saidOf(each, 'date', {
      id: 'LINT-183',
      kind: 'note',
      title: `The clock of the machine is ${Math.abs(apart)} seconds ${apart > 0 ? 'behind' : 'ahead of'} the server’s`,
      why: 'A JWT that the machine makes is then not valid yet or expired, and a token seems to last longer or shorter than it does.',
      fix: 'Let the network set the clock.',
      sources: [rfc(7519, '4.1.4')],
    });
  }
  return undefined;
};

/** LINT-310: how long the steps took, where the paste tells times. */
export const timeline: PasteRule = (paste) => {
  const steps = of(paste).filter(
    ({ one }) =>
      isTimed(one.exchange) &&
      ['authorize', 'return', 'token', 'refresh', 'api'].includes(one.task),
  );
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last || steps.length < 3) return undefined;
  const told = steps
    .slice(0, 8)
    .map(
      ({ one }) =>
        `${plain[one.task] ?? one.task} at ${((one.exchange.startedAt - first.one.exchange.startedAt) / 1000).toFixed(1)} s`,
    );
  return saidOf(first, 'time', {
    id: 'LINT-310',
    kind: 'note',
    title: `${steps.length} steps in ${Math.round((last.one.exchange.startedAt - first.one.exchange.startedAt) / 1000)} seconds`,
    why: `${told.join(', ')}. A code lasts 60 seconds, an access token an hour, a refresh token a week.`,
    sources: [],
  });
};

const plain: Readonly<Record<string, string>> = {
  authorize: 'sign-in',
  return: 'callback',
  token: 'exchange',
  refresh: 'refresh',
  api: 'API call',
};

const addresses = /\bhttps?:\/\/[^\s"'<>?#]{3,260}(?=$|[\s"'<>])/gim;
const lost =
  /\bcode\b[^\n]{0,30}\b(?:undefined|missing|null|empty|not found|required)\b|\bno (?:authorization )?code\b/i;
const receives = /\/[^/]{0,60}(?:callback|redirect|oauth2?|landing)[\w.-]{0,40}\/?$/i;

/** LINT-113: a callback that was opened without an answer. */
export const callbackWithoutAnswer: PasteRule = ({ recognised: { text } }) => {
  if (!lost.test(text) || /[?&](?:code|error)=/.test(text)) return undefined;
  const match = [...text.matchAll(addresses)].find(
    ([url]) => receives.test(url) && !url.includes('/restapi/'),
  );
  if (!match) return undefined;
  const found = { range: { from: match.index, to: match.index + match[0].length } };
  return saidOf(found, 'code', {
    id: 'LINT-113',
    certainty: 'likely',
    title: 'The callback was opened without an answer',
    why: 'The address has neither `code` nor `error`, so no authorization server sent the browser there: it is a bookmark, a reload after the query was removed, or a redirect that dropped the query.',
    fix: 'Begin at the app’s own sign-in link, and show that link if the callback finds no code.',
    lacks: 'How the page was opened, and the whole address in the browser right after the sign-in.',
    sources: [rfc(6749, '4.1.2')],
  });
};

/** LINT-223: a request within the time that the server asked to wait. */
export const askedTooSoon: PasteRule = (paste) => {
  const all = of(paste);
  for (const [at, each] of all.entries()) {
    const { exchange } = each.one;
    const status = statusOf(exchange) ?? 0;
    const next = all[at + 1]?.one.exchange;
    if ((status !== 429 && status !== 503) || !next || !isTimed(exchange) || !isTimed(next))
      continue;
    const wait = Number(headerOf(exchange.response?.headers ?? [], 'retry-after') ?? 60);
    const apart = Math.round((next.startedAt - exchange.startedAt) / 1000);
    if (
      Number.isNaN(wait) ||
      apart >= wait ||
      hostOf(next.request.url) !== hostOf(exchange.request.url)
    )
      continue;
    return saidOf(all[at + 1] ?? each, 'retry-after', {
      id: 'LINT-223',
      title: `The next request comes ${apart} seconds after a ${status}, and the wait was ${wait}`,
      why: 'Each request during the wait starts it again, so it never ends.',
      fix: 'Wait as long as `Retry-After` says, and let one timer hold back every request of the app.',
      sources: [rfc(9110, '10.2.3')],
    });
  }
  return undefined;
};
