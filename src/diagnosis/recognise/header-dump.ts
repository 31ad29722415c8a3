import type { Headers } from '#protocol/exchange.ts';
import { headerOf } from '#protocol/exchange-parts.ts';
import { encodeForm } from '#protocol/form.ts';
import { codesOfText } from '#protocol/errors/seen/codes-of-text.ts';
import { type Piece, partial, tokenEndpoint, type Unknown } from './known-parts.ts';
import { lengthOfPrefix } from './log-prefix.ts';
import { type Line, linesFrom } from './text-scan.ts';
import { actorsOf } from './traces/trace.ts';

const ofRequest = new Set([
  'authorization', 'cookie', 'origin', 'referer', 'host', 'user-agent', 'x-user-agent', 'accept',
  'client-id', 'sec-fetch-mode', 'sec-fetch-site', 'sec-fetch-dest', 'accept-encoding',
  'accept-language', 'x-requested-with', 'rc-user-agent',
]); // prettier-ignore
const ofAnswer = new Set([
  'www-authenticate', 'rcrequestid', 'set-cookie', 'location', 'retry-after', 'server', 'routingkey',
  'x-rate-limit-group', 'x-rate-limit-limit', 'x-rate-limit-remaining', 'x-rate-limit-window',
  'access-control-allow-origin', 'access-control-allow-credentials', 'vary', 'pragma',
]); // prettier-ignore
const ofEither = new Set([
  'content-type', 'content-length', 'date', 'cache-control', 'connection', 'status', 'transfer-encoding',
  'content-language', 'request url', 'request method', 'status code', 'remote address', 'referrer policy',
]); // prettier-ignore
/** One of these has to stand in it: a block of others tells nothing of a sign-in. */
const telling = new Set([
  'authorization', 'www-authenticate', 'rcrequestid', 'request url', ':authority', 'cookie',
  'set-cookie', 'retry-after', 'x-rate-limit-group',
]); // prettier-ignore
const hint =
  /authori[sz]ation:|:authority|www-authenticate|rcrequestid|request url|cookie:|retry-after|x-rate-limit-group/i;
const label =
  /^(?:General|(?:Request|Response) Headers(?: \(\d+\))?|⚠? ?Provisional headers are shown.{0,40}|view source|Raw|)$/i;
const field =
  /^([A-Za-z][\w-]{0,60}|:[a-z]{4,12}|Request URL|Request Method|Status Code|Remote Address|Referrer Policy): ?(\S.{0,8000})$/;
/** A name that stands alone: Chrome copies its value as the next line. */
const nameAlone = /^([A-Za-z][\w -]{2,60}|:[a-z]{4,12}):?$/;
const formLabel = /^(?:Form Data|Payload|Form Parameters)(?: \(\d+\))?:?$/i;
const formField = /^([\w.-]{1,60})(?:: ?|=)(.{0,4000})$/;
const mostDumps = 20;

interface Dump {
  lines: Line[];
  fields: [string, string][];
  /** What DevTools shows of a form under its headers. */
  form: [string, string][];
}

const newDump = (): Dump => ({ lines: [], fields: [], form: [] });

const isKnown = (name: string): boolean =>
  name.startsWith(':') || ofRequest.has(name) || ofAnswer.has(name) || ofEither.has(name);

/** A program's line, `Authorization: 'Basic ' + …,`, is none of a dump. */
const isCode = (value: string): boolean =>
  /^["'`]/.test(value) && /[,;)\]}]$|["'`] ?\+/.test(value);

/** The field that a line has, or begins: then its value is the next line's. */
function fieldOf(bare: string): { name: string; value?: string } | undefined {
  if (bare.length > 8_200) return undefined;
  const [, name, value = ''] = field.exec(bare) ?? [];
  if (name !== undefined) return isCode(value) ? undefined : { name, value };
  const alone = nameAlone.exec(bare)?.[1];
  return alone !== undefined && isKnown(alone.toLowerCase()) ? { name: alone } : undefined;
}

function* dumpsIn(text: string): Generator<Dump> {
  let dump = newDump();
  let waiting = '';
  let isForm = false;
  for (const line of linesFrom(text)) {
    const bare = line.text.slice(0, 8_300).slice(lengthOfPrefix(line.text)).trim();
    if (waiting !== '' && bare !== '') {
      dump.lines.push(line);
      dump.fields.push([waiting, bare]);
      waiting = '';
      continue;
    }
    const [, own, given = ''] = isForm ? (formField.exec(bare) ?? []) : [];
    if (own !== undefined) {
      dump.lines.push(line);
      dump.form.push([own, given]);
      continue;
    }
    isForm = dump.fields.length > 0 && formLabel.test(bare);
    const found = isForm ? undefined : fieldOf(bare);
    const isField = found !== undefined && isKnown(found.name.toLowerCase());
    // Within a dump any header stands; a block begins with a known one.
    const goesOn = dump.fields.length > 0 && /^[\w:-]+$/.test(found?.name ?? '');
    if (found && (isField || goesOn)) {
      dump.lines.push(line);
      if (found.value === undefined) waiting = found.name;
      else dump.fields.push([found.name, found.value.replace(/^"(.*)"$/, '$1')]);
    } else if (!isForm && (bare.length > 60 || !label.test(bare))) {
      if (dump.fields.length > 0) yield dump;
      dump = newDump();
    }
  }
  if (dump.fields.length > 0) yield dump;
}

const pick = (fields: Headers, names: (name: string) => boolean): Headers =>
  fields.filter(([name]) => names(name.toLowerCase()));

const isFirstLine = (name: string): boolean =>
  name.startsWith(':') ||
  /^(?:request url|request method|status code|status|remote address|referrer policy)$/.test(name);

function pieceOf({ lines, fields, form }: Dump): Piece | undefined {
  if (!fields.some(([name]) => telling.has(name.toLowerCase()))) return undefined;
  const authority = headerOf(fields, ':authority') ?? headerOf(fields, 'host');
  const path = headerOf(fields, ':path');
  const url =
    headerOf(fields, 'request url') ??
    (authority !== undefined && path !== undefined ? `https://${authority}${path}` : '');
  const method = headerOf(fields, ':method') ?? headerOf(fields, 'request method');
  const said =
    headerOf(fields, 'status code') ?? headerOf(fields, 'status') ?? headerOf(fields, ':status');
  const status = /^([1-5]\d\d)\b/.exec(said ?? '')?.[1];
  const isAnswer = pick(fields, (name) => ofAnswer.has(name)).length > 0;
  const isBasic = /^basic\b/i.test(headerOf(fields, 'authorization') ?? '');
  const isRequest = url !== '' || pick(fields, (name) => ofRequest.has(name)).length > 0;
  const sent = pick(fields, (name) => !isFirstLine(name) && !ofAnswer.has(name));
  const got = pick(fields, (name) => !isFirstLine(name) && (!isRequest || ofAnswer.has(name)));
  const challenge = headerOf(fields, 'www-authenticate') ?? '';
  const message = /error_description="([^"]{1,300})"/.exec(challenge)?.[1];
  const unknown: Unknown[] = [];
  if (!isRequest) unknown.push('request');
  else {
    if (sent.length === 0) unknown.push('request headers');
    if (form.length === 0 && (url === '' || method !== 'GET')) unknown.push('request body');
  }
  if (isRequest && method === undefined) unknown.push('method');
  if (isAnswer || status !== undefined) unknown.push('response body');
  else unknown.push('response');
  if (status !== undefined && got.length === 0) unknown.push('response headers');
  const hasStatus = status !== undefined || challenge !== '';
  return {
    form: 'headers',
    range: { from: lines[0]?.from ?? 0, to: lines.at(-1)?.to ?? 0 },
    exchange: partial({
      ...actorsOf(url),
      request: {
        method: method ?? (url.includes('/oauth/') || isBasic ? 'POST' : 'GET'),
        // Only the token endpoint is asked with Basic.
        url: url === '' && isBasic ? tokenEndpoint : url,
        headers: isRequest ? sent : [],
        ...(form.length === 0 ? {} : { body: encodeForm(form) }),
      },
      ...(isAnswer || status !== undefined
        ? { response: { status: Number(status ?? (hasStatus ? 401 : 200)), headers: got } }
        : {}),
    }),
    unknown,
    codes: message === undefined ? [] : codesOfText(message),
    ...(message === undefined ? {} : { message }),
    ...(status === undefined ? {} : { status: Number(status) }),
  };
}

/**
 * Headers without the first line of a message: of DevTools with its fields, of HTTP/2 with its
 * pseudo headers, of a log.
 *
 * @param text repaired
 */
export function headerDumps(text: string): Piece[] {
  const pieces: Piece[] = [];
  if (!hint.test(text)) return pieces;
  for (const dump of dumpsIn(text)) {
    const piece = pieceOf(dump);
    if (piece) pieces.push(piece);
    if (pieces.length >= mostDumps) break;
  }
  return pieces;
}
