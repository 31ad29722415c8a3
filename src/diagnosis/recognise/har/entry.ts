import type { Exchange, Headers } from '#protocol/exchange.ts';
import { headerOf, kindOf } from '#protocol/exchange-parts.ts';
import { encodeForm } from '#protocol/form.ts';
import { refusalCodes } from '../envelope.ts';
import { partial, type Piece, type Unknown } from '../known-parts.ts';
import { members } from '../notation.ts';
import { actorsOf } from '../traces/trace.ts';

/** More of one body is not kept: an error envelope and a token answer are far shorter. */
const longestBody = 20_000;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A copy: a cut would keep all that it was cut from in memory. */
const cutOf = (text: string): string =>
  text.length > longestBody ? [...text.slice(0, longestBody)].join('') : text;

function listOf(value: unknown): Headers {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one): Headers => {
    const [name, text] = Array.isArray(one)
      ? one
      : [members(one)?.['name'], members(one)?.['value']];
    return typeof name === 'string' ? [[name, textOf(text)]] : [];
  });
}

function decoded(content: Record<string, unknown>): string | undefined {
  const text = content['text'];
  if (typeof text !== 'string') return undefined;
  if (content['encoding'] !== 'base64') return cutOf(text);
  try {
    const bytes = Uint8Array.from(
      atob(text.slice(0, longestBody * 2)),
      (sign) => sign.codePointAt(0) ?? 0,
    );
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

/** One entry as it was read. */
export interface Entry {
  exchange: Exchange;
  unknown: Unknown[];
  /** Whether an Authorization or a cookie stands in it. */
  isTelling: boolean;
}

function bodyOf(post: Record<string, unknown> | undefined): string | undefined {
  if (!post) return undefined;
  if (typeof post['text'] === 'string') return cutOf(post['text']);
  const parameters = listOf(post['params']);
  return parameters.length > 0 ? encodeForm(parameters) : undefined;
}

const secretHeaders = new Set(['authorization', 'cookie', 'set-cookie']);
const answers = /[?#&](?:error|code|access_token)=/;

function actorsIn(url: string): Pick<Exchange, 'from' | 'to'> {
  const isBack = answers.test(url) && !/\/restapi\//.test(url);
  return isBack ? { from: 'browser', to: 'app' } : actorsOf(url);
}

/**
 * An entry of a HAR, or a request of SAML-tracer's export.
 *
 * @param value as it stands in the file; nothing in it is trusted
 * @returns undefined where it has no request
 */
export function entryOf(value: unknown): Entry | undefined {
  const entry = members(value);
  const request = members(entry?.['request']) ?? entry;
  if (!entry || !request || typeof request['url'] !== 'string') return undefined;
  const isTracer = entry['request'] === undefined;
  const response = members(entry['response']);
  const content = members(response?.['content']) ?? {};
  const sent = listOf(isTracer ? entry['requestHeaders'] : request['headers']);
  const got = listOf(isTracer ? entry['responseHeaders'] : response?.['headers']);
  const target = textOf(response?.['redirectURL']);
  if (target !== '' && headerOf(got, 'location') === undefined) got.push(['Location', target]);
  const post = isTracer ? listOf(entry['post']) : [];
  const body = isTracer
    ? post.length > 0
      ? encodeForm(post)
      : undefined
    : bodyOf(members(request['postData']));
  const status = Number(isTracer ? entry['responseStatus'] : response?.['status']) || 0;
  const failed = textOf(response?.['_error'] ?? entry['_error']);
  const answer = decoded(content);
  const cookies = [request['cookies'], response?.['cookies']].some(
    (list) => Array.isArray(list) && list.length > 0,
  );
  const url = request['url'].slice(0, longestBody);
  const unknown: Unknown[] = [];
  if (status > 0 && answer === undefined && Number(content['size']) !== 0)
    unknown.push('response body');
  if (status >= 400 && answer === undefined && unknown.length === 0) unknown.push('response body');
  if (got.length === 0 && status > 0) unknown.push('response headers');
  return {
    exchange: partial({
      ...actorsIn(url),
      startedAt: Date.parse(textOf(entry['startedDateTime'])) || 0,
      ...(typeof entry['time'] === 'number' ? { durationMs: entry['time'] } : {}),
      request: {
        method: textOf(request['method']).toUpperCase() || 'GET',
        url,
        headers: sent,
        ...(body === undefined ? {} : { body }),
      },
      ...(status > 0
        ? { response: { status, headers: got, ...(answer === undefined ? {} : { body: answer }) } }
        : { failure: { kind: 'unreachable' as const, message: failed || 'no answer' } }),
    }),
    unknown,
    isTelling: cookies || [...sent, ...got].some(([name]) => secretHeaders.has(name.toLowerCase())),
  };
}

const isOfServer = (url: string): boolean =>
  /^https?:\/\/[^/?#]{0,200}ringcentral\.|\/restapi\//i.test(url);
const envelope = /"error(?:Code|s|_description)?"\s{0,3}:/;

/** Whether an entry is of a sign-in or has an error that may be of one. */
export function isKept({ request, response, failure, ...rest }: Exchange): boolean {
  const { url, headers } = request;
  const exchange = { request, ...(response ? { response } : {}), ...rest } as Exchange;
  const kind = kindOf(exchange);
  if (kind !== 'other' && kind !== 'api') return true;
  if (answers.test(url)) return true;
  const location = response ? (headerOf(response.headers, 'location') ?? '') : '';
  if (answers.test(location) || answers.test(headerOf(headers, 'referer') ?? '')) return true;
  const isError = failure !== undefined || (response?.status ?? 0) >= 400;
  return isError && (isOfServer(url) || envelope.test(response?.body ?? ''));
}

/** A kept entry as a piece. */
export function pieceOf(
  { exchange, unknown }: Entry,
  range: Piece['range'],
  isSanitized: boolean,
): Piece {
  const body = exchange.response?.body;
  const isRefusal = (exchange.response?.status ?? 0) >= 400 && body !== undefined;
  return {
    form: 'HAR',
    range,
    exchange,
    unknown: isSanitized ? ['request headers', ...unknown] : unknown,
    ...(isRefusal ? refusalCodes(body) : { codes: [] }),
    ...(exchange.response ? { status: exchange.response.status } : {}),
  };
}
