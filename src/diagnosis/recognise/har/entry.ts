import { type Actor, actors } from '#protocol/actors.ts';
import type { Exchange, Headers } from '#protocol/exchange.ts';
import { headerOf, kindOf } from '#protocol/exchange-parts.ts';
import { encodeForm } from '#protocol/form.ts';
import { cutText } from '#protocol/text/copy-text.ts';
import { refusalCodes } from '../envelope.ts';
import { partial, type Piece, type Unknown } from '../known-parts.ts';
import { type Members, members } from '../notation.ts';
import { actorsOf } from '../traces/trace.ts';

/** More of one body is not kept: an error envelope and a token answer are far shorter. */
const longestBody = 20_000;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Headers and the like: a list of names with values, as objects or as pairs. */
function listOf(value: unknown): Headers {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one): Headers => {
    const [name, text] = Array.isArray(one)
      ? one
      : [members(one)?.['name'], members(one)?.['value']];
    return typeof name === 'string' ? [[name, textOf(text)]] : [];
  });
}

/** The parts of an entry, wherever its kind of export has them; no body is made yet. */
interface Parts {
  method: string;
  url: string;
  sent: Headers;
  got: Headers;
  status: number;
  failed: string;
  content: Members;
  startedAt: number;
  durationMs?: number;
  hasCookies: boolean;
  body: () => string | undefined;
  /** What this site's own archives say besides. */
  own: Partial<Exchange>;
}

function bodyOf(post: Members | undefined): string | undefined {
  const parameters = listOf(post?.['params']);
  // Firefox leaves the text empty where it has the parameters apart.
  const isThere =
    typeof post?.['text'] === 'string' && (post['text'] !== '' || parameters.length === 0);
  if (isThere) return cutText(textOf(post['text']), longestBody);
  return parameters.length > 0 ? encodeForm(parameters) : undefined;
}

const hasSome = (list: unknown): boolean => Array.isArray(list) && list.length > 0;

const actorIn = (value: unknown): Actor | undefined => actors.find((one) => one === value);

/** Members that `transcript/har.ts` writes: whose request it was, in which flow and step, of which app. */
function ownOf(entry: Members): Partial<Exchange> {
  const [from, to] = [actorIn(entry['_from']), actorIn(entry['_to'])];
  if (!from || !to) return {};
  const own: Partial<Exchange> = { from, to };
  for (const name of ['flow', 'step', 'clientId'] as const) {
    const value = textOf(entry[`_${name}`]);
    if (value !== '' && value.length <= 256) own[name] = value;
  }
  return entry['_plays'] === 'server' ? { ...own, plays: 'server' } : own;
}

function ofHar(entry: Members, request: Members): Parts {
  const response = members(entry['response']) ?? {};
  const got = listOf(response['headers']);
  const target = textOf(response['redirectURL']);
  if (target !== '' && headerOf(got, 'location') === undefined) got.push(['Location', target]);
  return {
    method: textOf(request['method']).toUpperCase() || 'GET',
    url: textOf(request['url']),
    sent: listOf(request['headers']),
    got,
    status: Number(response['status']) || 0,
    failed: textOf(response['_error'] ?? entry['_error']),
    content: members(response['content']) ?? {},
    startedAt: Date.parse(textOf(entry['startedDateTime'])) || 0,
    ...(typeof entry['time'] === 'number' ? { durationMs: entry['time'] } : {}),
    hasCookies: hasSome(request['cookies']) || hasSome(response['cookies']),
    body: () => bodyOf(members(request['postData'])),
    own: ownOf(entry),
  };
}

function ofTracer(entry: Members): Parts {
  return {
    method: textOf(entry['method']).toUpperCase() || 'GET',
    url: textOf(entry['url']),
    sent: listOf(entry['requestHeaders']),
    got: listOf(entry['responseHeaders']),
    status: Number(entry['responseStatus']) || 0,
    failed: '',
    content: {},
    startedAt: 0,
    hasCookies: false,
    body: () => (hasSome(entry['post']) ? encodeForm(listOf(entry['post'])) : undefined),
    own: {},
  };
}

function decoded({ text, encoding }: Members): string | undefined {
  if (typeof text !== 'string') return undefined;
  if (encoding !== 'base64') return cutText(text, longestBody);
  try {
    const octets = Uint8Array.from(
      atob(text.slice(0, longestBody * 2)),
      (sign) => sign.codePointAt(0) ?? 0,
    );
    return new TextDecoder().decode(octets);
  } catch {
    return undefined;
  }
}

const answers = /[?#&](?:error|code|access_token)=/;
const isOfServer = (url: string): boolean =>
  /^https?:\/\/[^/?#]{0,200}ringcentral\.|\/restapi\//i.test(url);
const envelope = /"error(?:Code|s|_description)?"\s{0,3}:/;

function actorsIn(url: string): Pick<Exchange, 'from' | 'to'> {
  const isBack = answers.test(url) && !url.includes('/restapi/');
  return isBack ? { from: 'browser', to: 'app' } : actorsOf(url);
}

/** Whether an entry is of a sign-in, or has an error that may be of one. */
function isKept({ method, url, sent, got, status, failed, content, own }: Parts): boolean {
  if (own.from) return true;
  const kind = kindOf(partial({ request: { method, url, headers: [] } }));
  if (kind !== 'other' && kind !== 'api') return true;
  const places = [url, headerOf(got, 'location') ?? '', headerOf(sent, 'referer') ?? ''];
  if (places.some((place) => answers.test(place))) return true;
  const isError = failed !== '' || status === 0 || status >= 400;
  return isError && (isOfServer(url) || envelope.test(decoded(content) ?? ''));
}

function unknownOf({ got, status, content }: Parts): Unknown[] {
  const unknown: Unknown[] = [];
  const isWithout = typeof content['text'] !== 'string';
  if (isWithout && (status >= 400 || (status > 0 && Number(content['size']) !== 0))) {
    unknown.push('response body');
  }
  if (got.length === 0 && status > 0) unknown.push('response headers');
  return unknown;
}

/** An entry that is of a sign-in, with what it does not show. */
export interface Kept {
  exchange: Exchange;
  unknown: Unknown[];
}

function keptOf(parts: Parts): Kept {
  const { method, url, sent, got, status, failed, content, startedAt, durationMs, own } = parts;
  const body = parts.body();
  const answer = decoded(content);
  const exchange = partial({
    ...actorsIn(url),
    ...own,
    startedAt,
    ...(durationMs === undefined ? {} : { durationMs }),
    request: {
      method,
      url: url.slice(0, longestBody),
      headers: sent,
      ...(body === undefined ? {} : { body }),
    },
    ...(status > 0
      ? { response: { status, headers: got, ...(answer === undefined ? {} : { body: answer }) } }
      : { failure: { kind: 'unreachable' as const, message: failed || 'no answer' } }),
  });
  return { exchange, unknown: unknownOf(parts) };
}

const secretHeaders = new Set(['authorization', 'cookie', 'set-cookie']);

/** One entry as it was read; what is not kept is counted. */
export interface Entry {
  /** Whether an Authorization or a cookie stands in it. */
  isTelling: boolean;
  kept?: Kept;
}

/**
 * An entry of a HAR, or a request of SAML-tracer's export. Statuses never go through a `Response`,
 * which throws at 0.
 *
 * @param value as it stands in the file; nothing in it is trusted
 * @returns undefined where it has no request
 */
export function entryOf(value: unknown): Entry | undefined {
  const entry = members(value);
  if (!entry) return undefined;
  const request = members(entry['request']);
  const parts = request ? ofHar(entry, request) : ofTracer(entry);
  if (parts.url === '') return undefined;
  const { hasCookies, sent, got } = parts;
  const isTelling =
    hasCookies || [...sent, ...got].some(([name]) => secretHeaders.has(name.toLowerCase()));
  return { isTelling, ...(isKept(parts) ? { kept: keptOf(parts) } : {}) };
}

/** A kept entry as a piece. */
export function pieceOf(
  { exchange, unknown }: Kept,
  range: Piece['range'],
  isSanitized: boolean,
): Piece {
  const { response } = exchange;
  const isRefusal = response !== undefined && response.status >= 400;
  return {
    form: 'HAR',
    range,
    exchange,
    unknown: isSanitized ? ['request headers', ...unknown] : unknown,
    ...(isRefusal && response.body !== undefined ? refusalCodes(response.body) : { codes: [] }),
    ...(response ? { status: response.status } : {}),
  };
}
