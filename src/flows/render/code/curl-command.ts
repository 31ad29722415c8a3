import type { ExchangeRequest } from '#protocol/exchange.ts';
import { decodeForm } from '#protocol/form.ts';
import { quotePosix } from '../curl.ts';
import { basicParts, type Part, partsOf } from './parts.ts';
import { ownHeaders } from './own-headers.ts';
import { type Secret, secretsIn } from './secrets.ts';

/** `[` and `{` in a URL are patterns to curl unless it is told otherwise; `[::1]` is one such. */
const globbing = /[[\]{}]/;

/** A word of a shell: what is a secret is read from the environment, between double quotes. */
function word(parts: readonly Part[]): string {
  const written = parts.map((part) => {
    if (part.kind === 'env') return `"$${part.env}"`;
    return part.kind === 'basic' ? word(part.parts) : quotePosix(part.text);
  });
  return written.join('') || "''";
}

const text = (one: string): Part => ({ kind: 'text', text: one });
const hasSecret = (parts: readonly Part[]): boolean => parts.some(({ kind }) => kind === 'env');

/** One pair of a query or a form: as it goes, or with a secret that curl encodes itself. */
function pair(part: string, option: '--data' | '--url-query', secrets: readonly Secret[]): string {
  const form = decodeForm(part);
  const [[name = '', value = ''] = []] = form.kind === 'form' ? form.pairs : [];
  const parts = partsOf(value, secrets);
  const isPlain = /^[\w.~-]+$/.test(name);
  if (!isPlain || !hasSecret(parts)) {
    return `${option === '--data' ? '--data-raw' : '--url-query'} ${quotePosix(part)}`;
  }
  const encoding = option === '--data' ? '--data-urlencode' : option;
  return `${encoding} ${word([text(`${name}=`), ...parts])}`;
}

/** The options of a body that is no form: its secrets are cut out where they stand. */
const raw = (body: string, secrets: readonly Secret[]): string[] => [
  `--data-raw ${word(partsOf(body, secrets))}`,
];

/**
 * A request as a curl command for a POSIX shell, as `renderCurl` writes it, with its secrets read from
 * the environment.
 *
 * @param known secrets by their names
 */
export function curlCommand(request: ExchangeRequest, known: readonly Secret[]): string {
  const secrets = secretsIn(request, known);
  const { method, url, body } = request;
  const [place = '', query = ''] = url.split(/\?(.*)/s, 2);
  const asked = query === '' ? [] : query.split('&');
  // A query without a secret stays in the address.
  const apart = asked.filter((part) => pair(part, '--url-query', secrets).includes('"$'));
  const rest = asked.filter((part) => !apart.includes(part));
  const address = rest.length === 0 ? place : `${place}?${rest.join('&')}`;
  const headers = ownHeaders(request);
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const words: string[] = [`curl ${quotePosix(address)}`];
  if (globbing.test(address)) words.push('--globoff');
  if (method !== (body === undefined ? 'GET' : 'POST'))
    words.push(`--request ${quotePosix(method)}`);
  words.push(...apart.map((part) => pair(part, '--url-query', secrets)));
  for (const [name, value] of headers) {
    const basic = name.toLowerCase() === 'authorization' ? basicParts(value, secrets) : undefined;
    // curl drops a header that ends in its colon; a semicolon sends it empty.
    if (basic && hasSecret(basic)) words.push(`--user ${word(basic)}`);
    else if (value === '') words.push(`--header ${quotePosix(`${name};`)}`);
    else words.push(`--header ${word([text(`${name}: `), ...partsOf(value, secrets)])}`);
  }
  if (body === '') words.push(`--data-raw ''`);
  else if (body !== undefined && type.startsWith('application/x-www-form-urlencoded')) {
    words.push(...body.split('&').map((part) => pair(part, '--data', secrets)));
  } else if (body !== undefined) words.push(...raw(body, secrets));
  return words.join(' \\\n  ');
}
