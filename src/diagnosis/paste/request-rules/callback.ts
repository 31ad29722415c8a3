import { rfc } from '#flows/specs.ts';
import { authorizeParameters, kindOf } from '#protocol/exchange-parts.ts';
import { isLoopbackName } from '#protocol/loopback.ts';
import type { Case } from '../../case.ts';
import { expectedAndSent } from '../../compare/segments.ts';
import { nearMiss } from '../compare/near-miss.ts';
import { valueOf } from '../parameters.ts';
import { isReadable, type RequestRule, said } from './rule.ts';

const isCallback = ({ task, exchange }: Case): boolean =>
  task === 'return' && !/\/restapi\//.test(exchange.request.url.split(/[?#]/)[0] ?? '');

const split = (url: string): { base: string; query: string; fragment: string } => {
  const [front = '', fragment = ''] = url.split(/#(.*)/s);
  const [base = '', query = ''] = front.split(/\?(.*)/s);
  return { base, query, fragment };
};

/** LINT-113: an answer says one thing. */
export const codeAndError: RequestRule = (one) => {
  if (!isCallback(one) || !one.returned?.get('error')) return undefined;
  const both = ['code', 'access_token'].find((name) => one.returned?.get(name));
  return both === undefined
    ? undefined
    : said(one, both, {
        id: 'LINT-113',
        title: `The callback has both \`${both}\` and \`error\``,
        why: 'An authorization server answers with one of them. A person or a program put this address together.',
        fix: 'Treat it as an error, use neither, and begin again at the app’s own sign-in link.',
        sources: [rfc(6749, '4.1.2')],
      });
};

/** LINT-114, LINT-115: what came in the query and what in the fragment. */
export const responseMode: RequestRule = (one) => {
  if (!isCallback(one)) return undefined;
  const { query, fragment } = split(one.exchange.request.url);
  const inQuery = new URLSearchParams(query);
  const inFragment = new URLSearchParams(fragment.replace(/^\/?\??/, ''));
  if (inFragment.has('access_token')) {
    return said(one, 'access_token', {
      id: 'LINT-115',
      kind: 'risk',
      title: 'The access token came in the address (implicit flow)',
      why: 'Histories, scripts and extensions of the browser read the fragment. No refresh token comes with it, so the user signs in again each hour.',
      fix: 'Use authorization code with PKCE, and remove the token from the address with `history.replaceState`.',
      sources: [rfc(9700, '4.3.2')],
    });
  }
  const isMixed = inFragment.has('code') || inQuery.has('access_token');
  if (!isMixed) return undefined;
  const what = inFragment.has('code') ? 'code' : 'access_token';
  return said(one, what, {
    id: 'LINT-114',
    title:
      what === 'code'
        ? 'The code is in the fragment'
        : 'An access token is in the query of a callback',
    why:
      what === 'code'
        ? 'A code comes in the query, where a server can read it. No server sees what is after #.'
        : 'A server puts a token only into the fragment, because logs keep the query.',
    fix:
      what === 'code'
        ? 'Read `location.search` and ask with `response_type=code`, without a `response_mode`; look for a router of your app that moves the query.'
        : 'Find what moves the fragment into the query: a router or a redirect page. Then move to code with PKCE.',
    sources: [rfc(6749, '4.1.2')],
  });
};

/** LINT-118: the answer travels in the open. */
export const callbackHttp: RequestRule = (one) => {
  if (!isCallback(one) || !one.returned?.get('code')) return undefined;
  const { base } = split(one.exchange.request.url);
  if (!/^http:/i.test(base) || !URL.canParse(base)) return undefined;
  return isLoopbackName(new URL(base).hostname)
    ? undefined
    : said(one, 'http', {
        id: 'LINT-118',
        kind: 'risk',
        title: 'The callback is plain `http`',
        why: 'Anybody on the way reads the code.',
        fix: 'Serve the callback by https, register that address, and do not redirect from http.',
        sources: [rfc(9700, '2.6')],
      });
};

/** LINT-116: the browser arrived somewhere else. */
export const otherCallback: RequestRule = (one) => {
  if (!isCallback(one)) return undefined;
  const expected = one.authorized.get('redirect_uri') ?? '';
  const { base } = split(one.exchange.request.url);
  if (!isReadable(expected) || !isReadable(base)) return undefined;
  const bare = split(expected).base;
  const difference = nearMiss(base, bare);
  // `https://host` and `https://host/` are one address to a browser.
  if (!difference || base === `${bare}/` || `${base}/` === bare) return undefined;
  return said(one, base, {
    id: 'LINT-116',
    kind: 'risk',
    certainty: 'likely',
    title: `The answer arrived at another address than \`redirect_uri\`: ${difference.words}`,
    why: 'Your app redirected it, or the two addresses are from two attempts. A page that redirects may lose the query, or pass it to another page.',
    fix: 'Read the answer at the redirect_uri itself, and repeat that address in the token request.',
    lacks:
      'Whether both addresses are from the same attempt, and what answers at the redirect_uri.',
    comparison: expectedAndSent({ label: 'redirect_uri', text: bare, maker: 'app' }, base),
    sources: [rfc(6749, '4.1.3')],
  });
};

/** LINT-117: the answer names another server than the one that was asked. */
export const otherIssuer: RequestRule = (one) => {
  const issuer = isCallback(one) ? (one.returned?.get('iss') ?? '') : '';
  const asked = one.earlier.findLast((each) => kindOf(each) === 'authorize');
  if (!isReadable(issuer)) return undefined;
  const [expected = ''] = /^https?:\/\/[^/?#]+/i.exec(asked?.request.url ?? '') ?? [
    'https://platform.ringcentral.com',
  ];
  if (issuer.replace(/\/$/, '') === expected || /ringcentral\.(?:com|biz)/.test(issuer)) {
    return undefined;
  }
  if (!asked) return undefined;
  return said(one, 'iss', {
    id: 'LINT-117',
    title: '`iss` names another authorization server than the one that you asked',
    why: 'The answer may be from another server, and your app would send its code to the wrong one: a mix-up.',
    fix: 'Do not exchange this code. Compare `iss` with the issuer of the request, as text, and keep one redirect URI for each server.',
    comparison: expectedAndSent(
      { label: 'Asked', text: expected, maker: 'authorization-server' },
      issuer,
    ),
    sources: [rfc(9207, '2.4')],
  });
};

/** LINT-112: a state that nobody sent. */
export const stateUnasked: RequestRule = (one) => {
  if (!isCallback(one) || one.authorized.size === 0) return undefined;
  const came = one.returned?.get('state') ?? '';
  const asked = one.earlier.filter((each) => kindOf(each) === 'authorize');
  if (came === '' || !asked.every((each) => !authorizeParameters(each).get('state'))) {
    return undefined;
  }
  return said(one, 'state', {
    id: 'LINT-112',
    title: 'The answer has a state, and the request sent none',
    why: 'A server returns the state that it got, so this answer belongs to another request.',
    fix: 'Start again, and use neither the code nor the state of this answer.',
    sources: [rfc(6749, '4.1.2')],
  });
};

/** LINT-122: what was added to a code on its way. */
export const codeSuffix: RequestRule = (one) => {
  if (!isCallback(one)) return undefined;
  const code = one.returned?.get('code') ?? '';
  if (!isReadable(code)) return undefined;
  const { fragment } = split(one.exchange.request.url);
  const isAppended = fragment === '_=_' || /#_?=?_?$/.test(code);
  const isBroken = /\s/.test(code);
  if (!isAppended && !isBroken) return undefined;
  return said(one, 'code', {
    id: 'LINT-122',
    kind: 'note',
    title: isBroken ? 'The code has a space in it' : 'Something was added after the code',
    why: isBroken
      ? 'A `+` that is not encoded arrives as a space, so you exchange another code than the one that was issued.'
      : '`#_=_` and a lone `#` are not part of the code; a program that cuts the text itself includes them.',
    fix: 'Read the code with a URL parser, and decode it once.',
    sources: [rfc(6749, '4.1.2')],
  });
};

/** LINT-110: what the error of a callback means, where nothing else explains it. */
export const errorOfCallback: RequestRule = (one) => {
  const error = isCallback(one) ? (one.returned?.get('error') ?? '') : '';
  const found = meanings[error];
  if (!found || valueOf(one, 'code') !== '') return undefined;
  const { who, title, why, fix, lacks, certainty } = found;
  return said(one, 'error', {
    id: 'LINT-110',
    who,
    title,
    why,
    fix,
    ...(lacks === undefined ? {} : { lacks }),
    certainty,
    sources: [rfc(6749, '4.1.2.1')],
  });
};

interface Meaning {
  who: 'developer' | 'provider';
  title: string;
  why: string;
  fix: string;
  certainty: 'certain' | 'likely';
  lacks?: string;
}

/** Errors that the rules of every exchange leave to the words of the specification. */
const meanings: Readonly<Record<string, Meaning>> = {
  unsupported_response_type: {
    who: 'developer',
    certainty: 'certain',
    title: 'The server does not know that `response_type`',
    why: 'The values are exact: `code`.',
    fix: 'Write `response_type=code`.',
  },
  invalid_scope: {
    who: 'developer',
    certainty: 'certain',
    title: 'The server does not accept that `scope`',
    why: 'A word of it is unknown, or not one of the app’s permissions.',
    fix: 'Leave `scope` out: RingCentral uses the permissions of the app settings.',
  },
  unauthorized_client: {
    who: 'developer',
    certainty: 'likely',
    title: 'The app may not use this flow',
    why: 'Its settings do not allow this `response_type`; usually it is implicit.',
    fix: 'Use authorization code with PKCE, or choose the flow in the app settings.',
    lacks: 'The authorization URL that the browser opened, and the app’s auth flow in the console.',
  },
  interaction_required: {
    who: 'developer',
    certainty: 'likely',
    title: 'The user must do something, and `prompt=none` allows no page for it',
    why: 'Nobody is signed in in this browser, or consent is needed; prompt=none lets the server show no page.',
    fix: 'Open the sign-in again without `prompt=none`, where the user sees it.',
    lacks: 'The authorization URL that the browser opened.',
  },
  login_required: {
    who: 'developer',
    certainty: 'likely',
    title: 'Nobody is signed in, and `prompt=none` allows no sign-in page',
    why: 'A silent renewal works only while the browser has a session.',
    fix: 'Open the sign-in again without `prompt=none`, where the user sees it.',
    lacks: 'The authorization URL that the browser opened.',
  },
  consent_required: {
    who: 'developer',
    certainty: 'likely',
    title: 'The user has not agreed yet, and `prompt=none` allows no page for it',
    why: 'The first sign-in through an app shows a page.',
    fix: 'Open the sign-in again without `prompt=none`, where the user sees it.',
    lacks: 'The authorization URL that the browser opened.',
  },
  server_error: {
    who: 'provider',
    certainty: 'likely',
    title: 'The server had a problem itself',
    why: 'It gives no reason. If it happens to one account or one user each time, the state of that account is the likelier cause (OAU-102).',
    fix: 'Sign in again. If it stays, ask RingCentral’s support with the time and the request id.',
    lacks: 'Whether it happens each time, and to other users too.',
  },
  temporarily_unavailable: {
    who: 'provider',
    certainty: 'certain',
    title: 'The server is not available at the moment',
    why: 'It says so itself. The same request may succeed a little later.',
    fix: 'Wait a little, then sign in again.',
  },
};
