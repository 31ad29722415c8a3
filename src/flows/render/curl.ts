import type { ExchangeRequest } from '#protocol/exchange.ts';

/** Letters that no POSIX shell reads as anything else. */
const plain = /^[A-Za-z0-9_\-./:@%+,=]+$/;

/**
 * Quotes one word for a POSIX shell. Inside single quotes nothing is special but the quote itself,
 * which is closed, escaped and opened again: a dollar, a backtick, a backslash and a line break
 * all stay what they are.
 */
export function quotePosix(word: string): string {
  return plain.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** `[` and `{` in a URL are patterns to curl unless it is told otherwise; `[::1]` is one such. */
const globbing = /[[\]{}]/;

/**
 * A request as a curl command for a POSIX shell. A form body is already encoded, so each parameter
 * goes as `--data-raw`, which curl joins with `&`: the bytes on the wire are the same as the page's.
 */
export function renderCurl({ method, url, headers, body }: ExchangeRequest): string {
  const parts = body === undefined || body === '' ? [] : body.split('&');
  const words: string[] = [`curl ${quotePosix(url)}`];
  if (globbing.test(url)) words.push('--globoff');
  if (method !== (body === undefined ? 'GET' : 'POST'))
    words.push(`--request ${quotePosix(method)}`);
  for (const [name, value] of headers) {
    // curl drops a header that ends in its colon; a semicolon sends it empty.
    words.push(`--header ${quotePosix(value === '' ? `${name};` : `${name}: ${value}`)}`);
  }
  if (body === '') words.push(`--data-raw ''`);
  for (const part of parts) words.push(`--data-raw ${quotePosix(part)}`);
  return words.join(' \\\n  ');
}
