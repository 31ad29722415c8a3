import type { Exchange, Headers } from '#protocol/exchange.ts';
import { type Piece, partial } from './known-parts.ts';

const requestLine = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (\S+)(?: HTTP\/[\d.]+)?$/;
const statusLine = /^HTTP\/[\d.]+ (\d{3})(?: .*)?$/;
const headerLine = /^([!#$%&'*+\-.^_`|~\dA-Za-z]{1,100}): ?(.*)$/;

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

function linesOf(text: string): Line[] {
  let from = 0;
  return text.split('\n').map((whole) => {
    const line = { from, to: from + whole.length };
    from = line.to + 1;
    const [, mark = '', rest = whole] =
      /^\s*([<>]) (.*)$/.exec(whole) ?? /^\s*([<>])()$/.exec(whole) ?? [];
    return { ...line, text: (mark === '' ? whole : rest).trimEnd(), mark };
  });
}

/** Notes of `curl -v` that belong to no message. */
const isNote = ({ text }: Line): boolean => /^[*{}] |^\* /.test(text);

function* messagesIn(text: string): Generator<Message> {
  const lines = linesOf(text).filter((line) => !isNote(line));
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
      const [, name, value] = headerLine.exec(line.text) ?? [];
      if (name === undefined) break;
      headers.push([name, value ?? '']);
      last = line;
      at += 1;
    }
    const body: string[] = [];
    if (lines[at]?.text === '') {
      at += 1;
      for (let line = lines[at]; line; line = lines[at]) {
        if (requestLine.test(line.text.trim()) || statusLine.test(line.text.trim())) break;
        // The other side speaks: what it says is its own message.
        if (line.mark !== '' && line.mark !== first.mark) break;
        body.push(line.text);
        last = line;
        at += 1;
      }
    }
    const [, method = '', target = ''] = asRequest ?? [];
    yield {
      from: first.from,
      to: last.to,
      ...(asRequest ? { request: { method, target } } : { status: Number(asStatus?.[1]) }),
      headers,
      body: body.join('\n').trim(),
    };
  }
}

const hostOf = (headers: Headers): string =>
  headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? 'platform.ringcentral.com';

function requestOf({ request, headers, body }: Message): Exchange['request'] {
  const { method = 'GET', target = '' } = request ?? {};
  const url = /^https?:/.test(target) ? target : `https://${hostOf(headers)}${target}`;
  return { method, url, headers, ...(body === '' ? {} : { body }) };
}

const responseOf = ({ status = 0, headers, body }: Message): Exchange['response'] => ({
  status,
  headers,
  ...(body === '' ? {} : { body }),
});

/**
 * Requests and answers as they stand on the wire: with line ends of any kind, with HTTP/2 in the
 * first line, with the marks of `curl -v`. An answer belongs to the request before it.
 *
 * @param text repaired
 */
export function httpMessages(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const message of messagesIn(text)) {
    const before = pieces.at(-1);
    if (message.request) {
      const exchange = partial({ request: requestOf(message) });
      pieces.push({ form: 'HTTP', range: message, exchange, unknown: ['response'], codes: [] });
    } else if (before?.exchange && !before.exchange.response) {
      before.exchange = { ...before.exchange, response: responseOf(message) };
      before.unknown = [];
      before.range = { from: before.range.from, to: message.to };
    } else {
      const exchange = partial({
        request: { method: 'POST', url: '', headers: [] },
        response: responseOf(message),
      });
      pieces.push({ form: 'HTTP', range: message, exchange, unknown: ['request'], codes: [] });
    }
  }
  return pieces.map(({ range: { from, to }, ...piece }) => ({ ...piece, range: { from, to } }));
}
