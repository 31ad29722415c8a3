import type { Exchange } from '#protocol/exchange.ts';
import { type Piece, partial } from './known-parts.ts';

const address =
  /\b[a-z][a-z\d+.-]{1,30}:\/\/[^\s"'<>`\\]{1,8000}|\b[a-z][a-z\d+.-]{1,30}:\/[^\s"'<>`\\/][^\s"'<>`\\]{0,8000}/gi;

/** What a sentence puts behind an address. */
const trimmed = (url: string): string => url.replace(/[.,;:!?)\]}]+$/, '');

const answers = /[?#&](?:error|code|access_token)=/;
const isAuthorize = (url: string): boolean => /^[^?#]*\/oauth2?\/authorize\b/i.test(url);

/** A request that a browser makes when it opens the address; a callback goes to the app. */
function opened(url: string): Pick<Exchange, 'request' | 'from' | 'to'> {
  const request = { method: 'GET', url, headers: [] };
  if (isAuthorize(url)) return { request, from: 'browser', to: 'authorization-server' };
  return answers.test(url)
    ? { request, from: 'browser', to: 'app' }
    : { request, from: 'app', to: 'authorization-server' };
}

const errorOf = (url: string): string | undefined =>
  new URLSearchParams(url.split(/[?#](.*)/s)[1]?.replace('#', '&')).get('error_description') ??
  undefined;

/**
 * The addresses in a text that belong to a sign-in: of an authorization request, of a callback
 * with its answer or its error, of the token endpoint. Others are left alone.
 *
 * @param text repaired
 */
export function addresses(text: string): Piece[] {
  return [...text.matchAll(address)].flatMap((match): Piece[] => {
    const url = trimmed(match[0]);
    if (!isAuthorize(url) && !answers.test(url)) return [];
    const message = errorOf(url);
    return [
      {
        form: 'address',
        range: { from: match.index, to: match.index + url.length },
        exchange: partial(opened(url)),
        unknown: ['request headers', 'response'],
        codes: [],
        ...(message === undefined ? {} : { message }),
      },
    ];
  });
}
