import type { Exchange } from '#protocol/exchange.ts';
import { type Option, type Piece, partial } from './known-parts.ts';
import { wireNameOf } from './wire-names.ts';

/** What stands before `:/`, and what goes on behind it. */
const scheme = /(?<![a-z\d])[a-z][a-z\d+.-]{1,30}$/i;
const rest = /^[^\s"'<>`\\]{1,8000}/;

/** The addresses in a text, of any scheme: found by what parts the scheme from the rest. */
function* addressesIn(text: string): Generator<{ url: string; from: number }> {
  let end = 0;
  for (let at = text.indexOf(':/'); at >= 0; at = text.indexOf(':/', Math.max(at + 2, end))) {
    const before = scheme.exec(text.slice(Math.max(0, at - 32), at))?.[0];
    if (before === undefined || at - before.length < end) continue;
    const behind = rest.exec(text.slice(at + 1, at + 8_001))?.[0] ?? '';
    if (behind.length < 2) continue;
    end = at + 1 + behind.length;
    yield { url: text.slice(at - before.length, end), from: at - before.length };
  }
}

const mostAddresses = 300;

/** What a sentence puts behind an address. */
const trimmed = (url: string): string => url.replace(/[.,;:!?)\]}]+$/, '');

const answers = /[?#&](?:error|code|access_token)=/;
const isAuthorize = (url: string): boolean => /^[^?#]{0,300}\/oauth2?\/authorize\b/i.test(url);
/** A redirect URI by its path, where nothing came back with it. */
const isCallback = (url: string): boolean =>
  /^[^?#]{0,300}\/(?:oauth2?)?-?_?(?:callback|redirect)(?:\.\w{2,5})?\/?(?:[?#]|$)/i.test(url);
const isWidget = (url: string): boolean =>
  /\/(?:adapter\.js|app\.html)(?:[?#]|$)/.test(url) && /ringcentral/i.test(url);
const cut = /…|\.\.\.$/;

/** A request that a browser makes when it opens the address; a callback goes to the app. */
function opened(url: string): Pick<Exchange, 'request' | 'from' | 'to'> {
  const request = { method: 'GET', url, headers: [] };
  return isAuthorize(url)
    ? { request, from: 'browser', to: 'authorization-server' }
    : { request, from: 'browser', to: 'app' };
}

const errorOf = (url: string): string | undefined =>
  new URLSearchParams(url.split(/[?#](.*)/s)[1]?.replace('#', '&')).get('error_description') ??
  undefined;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** What an address has behind its question mark, each with its place in the text. */
function optionsOf(url: string, from: number): Option[] {
  const query = url.search(/[?#]/);
  if (query < 0) return [];
  return [...url.matchAll(/[?#&]([\w.-]{1,60})=([^&#]{0,2000})/g)]
    .slice(0, 60)
    .map(({ index, 0: whole, 1: name = '', 2: value = '' }) => {
      const means = wireNameOf(name);
      return {
        name,
        ...(means === undefined ? {} : { means }),
        value: decoded(value),
        range: { from: from + index + 1, to: from + index + whole.length },
      };
    });
}

/** Whether an address is all of its line: nobody says more of it. */
function isAlone(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 1), from);
  const behind = text.slice(to, to + 1);
  return (before === '' || before === '\n') && (behind === '' || behind === '\n');
}

function pieceOf(url: string, from: number, text: string): Piece | undefined {
  const range = { from, to: from + url.length };
  const unknown = ['request headers', 'response'] as const;
  if (isWidget(url)) {
    const options = optionsOf(url, from);
    return { form: 'widget', range, unknown, codes: [], options, client: 'RingCentral Embeddable' };
  }
  const isCut = cut.test(url) || /^["'] ?[+.&]/.test(text.slice(range.to, range.to + 3));
  const isBare = isCallback(url) && (isCut || isAlone(text, from, range.to));
  if (!isAuthorize(url) && !answers.test(url) && !isBare) return undefined;
  // Of a callback that is cut where the answer would stand nothing can be told.
  if (isCut && !isAuthorize(url) && !answers.test(url)) {
    return { form: 'address', range, unknown, codes: [], isCut: true };
  }
  const message = errorOf(url);
  return {
    form: 'address',
    range,
    exchange: partial(opened(url)),
    unknown,
    codes: [],
    ...(message === undefined ? {} : { message }),
    ...(isCut ? { isCut: true } : {}),
  };
}

/** What came back, told without the address that it came to: `#error=access_denied`. */
const bare = /(?<![\w/.~%-])[?#]error=[^\s"'<>`\\]{1,2000}/g;

function bareQueries(text: string): Piece[] {
  if (!/[?#]error=/.test(text)) return [];
  return [...text.matchAll(bare)].slice(0, mostAddresses).map(({ index, 0: whole }) => {
    const url = trimmed(whole);
    const message = errorOf(url);
    return {
      form: 'address',
      range: { from: index, to: index + url.length },
      exchange: partial(opened(url)),
      unknown: ['request headers', 'response'],
      codes: [],
      ...(message === undefined ? {} : { message }),
    };
  });
}

/**
 * The addresses in a text that belong to a sign-in: of an authorization request, of a callback with
 * its answer, its error or nothing, of the embeddable widget with its settings. Others are left
 * alone.
 *
 * @param text repaired
 */
export function addresses(text: string): Piece[] {
  const pieces = bareQueries(text);
  for (const { url, from } of addressesIn(text)) {
    const shown = url.endsWith('...') ? url : trimmed(url);
    const piece = pieceOf(shown, from, text);
    if (piece) pieces.push(piece);
    if (pieces.length >= mostAddresses) break;
  }
  return pieces;
}
