import { describeUriDifference, type UriDifference } from '../../compare/uri.ts';

const parsed = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

const defaultPorts: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' };

/** A class of difference that the parts of the two addresses show, finer than the parts' names. */
function finer(sent: string, expected: string): string | undefined {
  const one = parsed(sent);
  const other = parsed(expected);
  if (!one || !other) return undefined;
  if (one.href === other.href) {
    const port = defaultPorts[one.protocol] ?? '';
    const written = (text: string) => text.toLowerCase().includes(`:${port}`);
    if (port !== '' && written(sent) !== written(expected)) {
      return `the default port, ${port}, is written in one of them`;
    }
    if (sent.replaceAll(/%[\da-f]{2}/gi, (part) => part.toUpperCase()) === expected) {
      return 'capitals and small letters of a percent-encoding';
    }
  }
  const rest = (url: URL) => `${url.protocol}${url.port}${url.pathname}${url.search}${url.hash}`;
  if (rest(one) === rest(other)) {
    if (one.hostname === `www.${other.hostname}`) return 'www. in front of the host';
    if (other.hostname === `www.${one.hostname}`) return 'no www. in front of the host';
  }
  if (one.origin === other.origin && one.pathname === other.pathname) {
    const sorted = (url: URL) => [...url.searchParams].map(String).sort().join('&');
    if (one.search !== other.search && sorted(one) === sorted(other)) {
      return 'the query’s parts are in another order';
    }
    if (other.search === '' && one.search !== '') return 'a query that the other does not have';
  }
  if (sent.startsWith(expected)) return 'it continues where the other ends';
  return undefined;
}

/**
 * How a redirect URI misses the one that it must equal, in the finest class that explains it: a
 * slash, the scheme, www., the port, capitals, a query.
 *
 * @returns undefined where the two are the same text
 * @see RFC 9700 section 4.1.3
 */
export function nearMiss(sent: string, expected: string): UriDifference | undefined {
  const difference = describeUriDifference(sent, expected);
  if (!difference || /slash|white space|twice/.test(difference.words)) return difference;
  return { ...difference, words: finer(sent, expected) ?? difference.words };
}
