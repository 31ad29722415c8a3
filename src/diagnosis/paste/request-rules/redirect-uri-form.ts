import { rfc } from '#flows/specs.ts';
import { isLoopbackName } from '#protocol/loopback.ts';
import type { Case } from '../../case.ts';
import { parametersOf, valueOf } from '../parameters.ts';
import { isAccepted, isReadable, type RequestRule, said } from './rule.ts';

/** The redirect URI that a request names, where it is there to be judged. */
export function redirectUriOf(one: Case): string | undefined {
  if (one.task !== 'authorize' && one.task !== 'token') return undefined;
  const given = valueOf(one, 'redirect_uri');
  return isReadable(given) ? given : undefined;
}

const parsed = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

const notTrusted = ' A server redirects only to registered addresses, so it answers OAU-109.';

/** LINT-020: `https%3A%2F%2F` after decoding. */
export const encodedTwice: RequestRule = (one) => {
  const given = redirectUriOf(one);
  if (given === undefined || isAccepted(one)) return undefined;
  if (!/^[a-z][a-z\d+.-]*%3a(?:%2f){1,2}/i.test(given)) return undefined;
  return said(one, 'redirect_uri', {
    id: 'LINT-020',
    title: '`redirect_uri` is percent-encoded twice',
    why: `One call encoded the address and another encoded it again, so after decoding it still reads \`${given.slice(0, 24)}…\`.${notTrusted}`,
    fix: 'Encode once: `URLSearchParams` does it, and needs no `encodeURIComponent` before it.',
    sources: [rfc(6749, 'B')],
  });
};

/** What belongs to a request of its own; another name behind an open query was cut off from it. */
const ownNames =
  /^(?:response_type|client_id|redirect_uri|state|scope|code_challenge|code_challenge_method|brand_?id|display|prompt|ui_options|ui_locales|locale_?id|nonce|login_hint|response_mode|hidden?\w*|code|code_verifier|grant_type|client_secret|endpoint_id|\w+_ttl)$/i;

/** LINT-021: an address with a query that was not encoded falls apart at its `&`. */
export const notEncoded: RequestRule = (one) => {
  const given = redirectUriOf(one);
  if (given === undefined || !given.includes('?') || isAccepted(one)) return undefined;
  const all = parametersOf(one.exchange);
  const at = all.findIndex(({ name, value }) => name === 'redirect_uri' && value === given);
  const own = all[at];
  if (!own || !/:\/\/|\?/.test(own.raw)) return undefined;
  const next = all[at + 1];
  if (!next || next.place !== own.place || ownNames.test(next.name)) return undefined;
  return said(one, next.name, {
    id: 'LINT-021',
    title: `\`redirect_uri\` is not encoded: it ends before \`&${next.name}\``,
    why: `To the server \`${next.name}=${next.value}\` is a parameter of the request, and the redirect URI is \`${given}\`.`,
    fix: 'Percent-encode the whole address, once: `URLSearchParams` or `encodeURIComponent` does it.',
    sources: [rfc(6749, 'B')],
  });
};

/** LINT-015: a fragment. */
export const hasFragment: RequestRule = (one) => {
  const given = redirectUriOf(one);
  const { url } = one.exchange.request;
  const [, behind = ''] = /[?&]redirect_uri=[^&#]*#([^&]*)/.exec(url) ?? [];
  if (isAccepted(one)) return undefined;
  // Not encoded, the fragment is the whole address's own, and all that follows is in it.
  const isOpen = behind !== '' && one.task === 'authorize' && !/^_=_$/.test(behind);
  if (given?.includes('#') !== true && !isOpen) return undefined;
  return said(one, 'redirect_uri', {
    id: 'LINT-015',
    title: 'The redirect URI has a fragment, `#`',
    why: isOpen
      ? 'What comes after # never reaches a server: the redirect URI ends there, and so does the request.'
      : 'What comes after # never reaches a server, so a redirect URI must not have one.',
    fix: 'Register and send an address without #. Keep a route of your app in `state`.',
    sources: [rfc(6749, '3.1.2')],
  });
};

/** LINT-016, LINT-023: no absolute address, or one that no browser should be sent to. */
export const notAbsolute: RequestRule = (one) => {
  const given = redirectUriOf(one);
  if (given === undefined || isAccepted(one) || /%3a/i.test(given)) return undefined;
  // An example's own name for it is none that anybody sent.
  const isName = /^(?:[A-Z]{2,20}_){0,4}(?:URI|URL|CALLBACK)$/.test(given);
  if (isName || (given !== '' && !isReadable(given))) return undefined;
  const shared = { sources: [rfc(6749, '3.1.2')] };
  const [scheme] = /^(?:javascript|data|vbscript|blob|file|about)(?=:)/i.exec(given) ?? [];
  if (scheme !== undefined) {
    return said(one, 'redirect_uri', {
      ...shared,
      id: 'LINT-023',
      title: `The redirect URI has the scheme \`${scheme.toLowerCase()}:\``,
      why: 'At such an address a browser runs or opens its content. No server redirects to it.',
      fix: 'Send an https address of your app that the app settings list.',
    });
  }
  const url = parsed(given);
  const hasHost = !/^https?:/i.test(given) || /^https?:\/\/[^/]/i.test(given);
  const space = /\s/.test(given);
  if (url && hasHost && !space) return undefined;
  return said(one, 'redirect_uri', {
    ...shared,
    id: 'LINT-016',
    title: space
      ? 'The redirect URI has a space or a line break in it'
      : 'The redirect URI is not an absolute address',
    why: space
      ? `The server compares it character for character, and no registered address has one.${notTrusted}`
      : `\`${given}\` does not begin with a scheme and a host.${notTrusted}`,
    fix: space
      ? 'Copy the address again, without the added characters.'
      : 'Send the whole address, as the app settings list it: `https://`, host and path.',
  });
};

const loopbackTwin = (url: URL): boolean => url.hostname === 'localhost';

/** LINT-017, LINT-018: plain http. On this machine it is right, elsewhere it is open. */
export const plainHttp: RequestRule = (one) => {
  const given = redirectUriOf(one);
  const url = given === undefined ? undefined : parsed(given);
  if (!url || url.protocol !== 'http:' || one.task !== 'authorize') return undefined;
  if (!isLoopbackName(url.hostname)) {
    return said(one, 'redirect_uri', {
      id: 'LINT-017',
      kind: 'risk',
      title: 'The redirect URI is plain `http`',
      why: 'Anybody on the way reads the code, and the state with it. Only an address on the user’s own machine may use http.',
      fix: 'Serve the callback by https, and register that address.',
      sources: [rfc(9700, '2.6')],
    });
  }
  return loopbackTwin(url)
    ? said(one, 'redirect_uri', {
        id: 'LINT-018',
        kind: 'note',
        title: 'The redirect URI is on `localhost`',
        why: 'It works for development. In a native app use 127.0.0.1 or [::1], which need no name lookup; the server compares text, so the three differ.',
        sources: [rfc(8252, '8.3')],
      })
    : undefined;
};

/** LINT-022: a scheme of its own that another app may claim too. */
export const shortScheme: RequestRule = (one) => {
  const given = redirectUriOf(one);
  const [, scheme = ''] = /^([a-z][a-z\d+.-]*):(?!.*%3a)/i.exec(given ?? '') ?? [];
  if (scheme === '' || scheme.includes('.') || one.task !== 'authorize') return undefined;
  if (/^(?:https?|javascript|data|vbscript|blob|file|about|urn|localhost)$/i.test(scheme)) {
    return undefined;
  }
  return said(one, 'redirect_uri', {
    id: 'LINT-022',
    kind: 'risk',
    title: `The scheme \`${scheme}:\` has no dot`,
    why: 'Any app may claim such a name on the same phone and receive the code. A domain name in reverse belongs to one publisher.',
    fix: 'Use a scheme in reverse domain form, such as `com.example.app:/callback`, and register it.',
    sources: [rfc(8252, '7.1')],
  });
};

const tunnels =
  /(?:^|\.)(?:ngrok(?:-free)?\.[a-z]+|loca\.lt|trycloudflare\.com|serveo\.net|localhost\.run|devtunnels\.ms)$/;

/** LINT-024: an address that is no lasting address of one app. */
export const looseHost: RequestRule = (one) => {
  const given = redirectUriOf(one);
  const url = given === undefined ? undefined : parsed(given);
  if (given === undefined || one.task !== 'authorize') return undefined;
  const shared = { id: 'LINT-024' as const, sources: [rfc(9700, '4.1.3')] };
  if (given.includes('*')) {
    return said(one, 'redirect_uri', {
      ...shared,
      title: 'The redirect URI has a wildcard',
      why: 'The server compares addresses character for character, so `*` means only `*`.',
      fix: 'Register each address, and send one of them.',
    });
  }
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  if (url.username !== '' || url.password !== '') {
    return said(one, 'redirect_uri', {
      ...shared,
      title: 'The redirect URI has a user name in it',
      why: 'The part before @ is not the host: such an address looks like one and leads to another.',
      fix: 'Remove it, here and in the app settings.',
    });
  }
  const isNumber = /^(?:\d{1,3}\.){3}\d{1,3}$|^\[/.test(url.hostname);
  const what = tunnels.test(url.hostname)
    ? 'is that of a tunnel'
    : isNumber && !isLoopbackName(url.hostname)
      ? 'is a number'
      : undefined;
  return what === undefined
    ? undefined
    : said(one, 'redirect_uri', {
        ...shared,
        kind: 'note',
        title: `The host of the redirect URI ${what}`,
        why: 'It changes at the next start or goes to somebody else, and you must register each new one.',
        fix: 'In production use your own domain name.',
      });
};

/** LINT-025: an address that sends its visitors on, and the code with them. */
export const forwards: RequestRule = (one) => {
  const given = redirectUriOf(one);
  const url = given === undefined ? undefined : parsed(given);
  if (!url || one.task !== 'authorize') return undefined;
  const [name] =
    [...url.searchParams].find(
      ([key, value]) =>
        /^(?:next|url|to|target|dest(?:ination)?|return(?:_?to|_?url)?|redirect(?:_?to|_?url|_?uri)?|goto|continue|forward)$/i.test(
          key,
        ) && /^(?:https?:)?\/\//i.test(value),
    ) ?? [];
  return name === undefined
    ? undefined
    : said(one, 'redirect_uri', {
        id: 'LINT-025',
        kind: 'risk',
        certainty: 'likely',
        title: `The redirect URI looks like a page that forwards: \`${name}\` has another address`,
        why: 'If that page redirects to any address in the link, the person who made the link gets the code.',
        fix: 'Receive the answer at a page that does not redirect elsewhere, and keep the return address in your session.',
        lacks: 'What the page does with an address of another host: does it refuse it?',
        sources: [rfc(9700, '4.11.1')],
      });
};
