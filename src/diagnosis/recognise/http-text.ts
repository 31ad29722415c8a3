import type { Exchange, Headers } from '#protocol/exchange.ts';
import { headerOf } from '#protocol/exchange-parts.ts';
import { codesOfText } from '#protocol/errors/seen/codes-of-text.ts';
import { refusalCodes } from './envelope.ts';
import { type Piece, partial, type Unknown } from './known-parts.ts';
import { lengthOfPrefix } from './log-prefix.ts';
import { endOfBracket } from './text-scan.ts';
import { actorsOf } from './traces/trace.ts';

/** As on the wire; okhttp's log puts an arrow before it. */
const requestLine =
  /^(?:--> )?(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (\S{1,8000})(?: HTTP\/[\d.]+)?$/i;
/** As on the wire; as okhttp's log and Postman's console have it, the body on the same line. */
const statusLine = /^(?:HTTP\/[\d.]+|<--|Response) (\d{3})\b([^{]*)(\{.*)?$/i;
const mostMessages = 300;
/** What DevTools and Postman put over the headers. */
const label = /^(?:Request|Response) (?:Headers|Body):?$/i;
const headerLine = /^(:?[!#$%&'*+\-.^_`|~\dA-Za-z]{1,100}): ?(.*)$/;

interface Message {
  from: number;
  to: number;
  request?: { method: string; target: string };
  status?: number;
  headers: Headers;
  body: string;
}

interface Line {
  text: string;
  from: number;
  to: number;
  /** `>` or `<` where `curl -v` marks who speaks; empty without a mark. */
  mark: string;
}

/** Notes of `curl -v` that belong to no message. */
const isNote = (line: string): boolean => /^\* |^[{}] \[\d/.test(line);

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const whole of text.split('\n')) {
    const line = { from, to: from + whole.length };
    from = line.to + 1;
    const bare = whole.slice(lengthOfPrefix(whole));
    const [, mark = '', rest = bare] =
      /^\s{0,8}([<>]) (.*)$/.exec(bare) ?? /^\s{0,8}([<>])()$/.exec(bare) ?? [];
    const read = (mark === '' ? bare : rest).trimEnd();
    if (!isNote(read)) lines.push({ ...line, text: read, mark });
  }
  return lines;
}

const isFirst = ({ text }: Line): boolean => {
  const line = text.trim();
  return requestLine.test(line) || statusLine.test(line);
};

/** The part of a body that is its own: an object ends where it ends, whatever somebody wrote below. */
function ownBody(body: string): string {
  if (!body.startsWith('{')) return body;
  const end = endOfBracket(body, 0, body.length, '"');
  return end === undefined ? body : body.slice(0, end);
}

/** Of a form or a sentence the first paragraph: what stands behind a blank line is somebody's own. */
const ownParagraph = (body: string): string =>
  /^[{<]/.test(body) ? body : (body.split(/\n\s{0,80}\n/, 1)[0] ?? body);

function* messagesIn(text: string): Generator<Message> {
  if (!/\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \S|HTTP\/[\d.]{1,3} \d/i.test(text)) return;
  const lines = linesOf(text);
  let at = 0;
  while (at < lines.length) {
    const first = lines[at];
    if (!first) return;
    const asRequest = requestLine.exec(first.text.trim());
    const asStatus = statusLine.exec(first.text.trim());
    at += 1;
    if (!asRequest && !asStatus) continue;
    const headers: Headers = [];
    let last = first;
    for (let line = lines[at]; line; line = lines[at]) {
      const [, name, value = ''] = headerLine.exec(line.text) ?? [];
      if (name === undefined && !label.test(line.text)) break;
      // Postman's console puts values into quotes.
      if (name !== undefined) headers.push([name, value.replace(/^"(.*)"$/, '$1')]);
      last = line;
      at += 1;
    }
    const onLine = asStatus?.[3];
    const body = onLine === undefined ? [] : [onLine];
    const begins = lines[at]?.text ?? '';
    const isBlank = begins.trim() === '' && lines[at] !== undefined;
    if (onLine !== undefined || isBlank || /^\s*[{<[]/.test(begins)) {
      for (let line = lines[at]; line; line = lines[at]) {
        if (isFirst(line)) break;
        // The other side speaks: what it says is its own message. A page has such signs too.
        if (first.mark !== '' && line.mark !== '' && line.mark !== first.mark) break;
        body.push(line.text);
        at += 1;
      }
    }
    const whole = body.join('\n');
    const own = ownParagraph(ownBody(whole.trim()));
    const end = own === '' ? 0 : whole.indexOf(own) + own.length;
    // Lines that are not the body's are read again: they may be another message.
    const isOthers = whole.slice(end).split('\n').length - 1;
    at -= Math.min(isOthers, body.length - (onLine === undefined ? 0 : 1));
    if (own !== '') last = lines[at - 1] ?? last;
    const [, method = '', target = ''] = asRequest ?? [];
    yield {
      from: first.from,
      to: last.to,
      ...(asRequest ? { request: { method, target } } : { status: Number(asStatus?.[1]) }),
      headers,
      body: own,
    };
  }
}

/** Where a path without a host went: one of RingCentral's to RingCentral; of others the path is all that is known. */
function urlOf(target: string, headers: Headers): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) return target;
  const host = headerOf(headers, 'host') ?? headerOf(headers, ':authority');
  if (host !== undefined) return `https://${host}${target}`;
  return target.startsWith('/restapi/') ? `https://platform.ringcentral.com${target}` : target;
}

function requestOf({ request, headers, body }: Message): Exchange['request'] {
  const { method = 'GET', target = '' } = request ?? {};
  const sent = headers.filter(([name]) => !name.startsWith(':'));
  return { method, url: urlOf(target, headers), headers: sent, ...(body === '' ? {} : { body }) };
}

const responseOf = ({ status = 0, headers, body }: Message): NonNullable<Exchange['response']> => ({
  status,
  headers,
  ...(body === '' ? {} : { body }),
});

/** What an answer has not: with no header at all they were left out; a length tells of a body that was. */
function unknownOf({ headers, body, status = 0 }: Message): Unknown[] {
  const length = headerOf(headers, 'content-length');
  const isWithoutBody = body === '' && status >= 400 && length !== '0';
  return [
    ...(headers.length === 0 ? ['response headers' as const] : []),
    ...(isWithoutBody ? ['response body' as const] : []),
  ];
}

/** Of the body; where none is shown, of what the challenge says. */
function codesIn({ body, headers }: Message): Pick<Piece, 'codes' | 'message'> {
  if (body.startsWith('{')) return refusalCodes(body);
  const challenge = body === '' ? (headerOf(headers, 'www-authenticate') ?? '') : '';
  const message = /error_description="([^"]{1,300})"/.exec(challenge)?.[1];
  return message === undefined ? { codes: [] } : { codes: codesOfText(message), message };
}

/**
 * Requests and answers as they stand on the wire: with line ends of any kind, with HTTP/2 in the
 * first line, with the marks of `curl -v`, behind the time stamps of a log. An answer belongs to the
 * request before it.
 *
 * @param text repaired
 */
export function httpMessages(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const message of messagesIn(text)) {
    if (pieces.length >= mostMessages) break;
    const { from, to, status } = message;
    const before = pieces.at(-1);
    if (message.request) {
      const request = requestOf(message);
      const unknown: Unknown[] = request.headers.length === 0 ? ['request headers'] : [];
      pieces.push({
        form: 'HTTP',
        range: { from, to },
        exchange: partial({ ...actorsOf(request.url), request }),
        unknown: [...unknown, 'response'],
        codes: [],
      });
    } else if (before?.exchange && !before.exchange.response) {
      pieces[pieces.length - 1] = {
        ...before,
        exchange: { ...before.exchange, response: responseOf(message) },
        unknown: [...before.unknown.filter((part) => part !== 'response'), ...unknownOf(message)],
        range: { from: before.range.from, to },
        ...codesIn(message),
        ...(status === undefined ? {} : { status }),
      };
    } else {
      pieces.push({
        form: 'HTTP',
        range: { from, to },
        exchange: partial({
          request: { method: 'POST', url: '', headers: [] },
          response: responseOf(message),
        }),
        unknown: ['request', ...unknownOf(message)],
        ...codesIn(message),
        ...(status === undefined ? {} : { status }),
      });
    }
  }
  return pieces;
}
