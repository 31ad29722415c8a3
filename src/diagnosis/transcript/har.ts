import { decodeForm } from '#protocol/form.ts';
import type { Exchange, Headers } from '#protocol/exchange.ts';
import { headerOf } from '#protocol/exchange-parts.ts';

/** Reason phrases are of HTTP/1.1, and say nothing that the number does not (RFC 9112 section 4). */
const statusText: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  302: 'Found',
  303: 'See Other',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
};

const named = (headers: Headers) => headers.map(([name, value]) => ({ name, value }));
const octetsOf = (text: string): number => new TextEncoder().encode(text).length;

function queryOf(url: string): { name: string; value: string }[] {
  const [, query = ''] = /\?([^#]*)/.exec(url) ?? [];
  const form = decodeForm(query);
  return form.kind === 'form' ? form.pairs.map(([name, value]) => ({ name, value })) : [];
}

function requestOf({ request: { method, url, headers, body } }: Exchange) {
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: named(headers),
    queryString: queryOf(url),
    ...(body === undefined
      ? {}
      : {
          postData: {
            mimeType: headerOf(headers, 'content-type') ?? 'application/octet-stream',
            text: body,
          },
        }),
    headersSize: -1,
    bodySize: body === undefined ? 0 : octetsOf(body),
  };
}

/** A request without an answer has one of status 0, as browsers write it. */
function responseOf({ response, failure }: Exchange) {
  const { status = 0, headers = [], body } = response ?? {};
  return {
    status,
    statusText: statusText[status] ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: named(headers),
    content: {
      size: body === undefined ? 0 : octetsOf(body),
      mimeType: headerOf(headers, 'content-type') ?? '',
      ...(body === undefined ? {} : { text: body }),
    },
    redirectURL: headerOf(headers, 'location') ?? '',
    headersSize: -1,
    bodySize: body === undefined ? 0 : octetsOf(body),
    ...(failure ? { _error: failure.message } : {}),
  };
}

/** What no HAR has a place for; names with an underscore are anybody's own (HAR 1.2). */
function ownOf({ from, to, flow, step, clientId, plays, rule }: Exchange) {
  return {
    _from: from,
    _to: to,
    ...(flow === undefined ? {} : { _flow: flow }),
    ...(step === undefined ? {} : { _step: step }),
    ...(clientId === undefined ? {} : { _clientId: clientId }),
    ...(plays === undefined ? {} : { _plays: plays }),
    ...(rule === undefined ? {} : { _rule: rule }),
  };
}

/**
 * Exchanges as an HTTP Archive 1.2. The redirect that brings a token keeps its fragment, which a
 * browser's own archive leaves out: it is what the exchange is about.
 *
 * @param exchanges masked, unless the reader chose otherwise
 * @param comment says what it is, and whether values are masked
 */
export function writeHar(exchanges: readonly Exchange[], comment: string): string {
  const entries = exchanges.map((exchange) => {
    const { startedAt, durationMs = 0 } = exchange;
    return {
      startedDateTime: new Date(startedAt).toISOString(),
      time: durationMs,
      request: requestOf(exchange),
      response: responseOf(exchange),
      cache: {},
      timings: { send: 0, wait: durationMs, receive: 0 },
      ...ownOf(exchange),
    };
  });
  const creator = { name: 'Authorization Flows on RingCentral', version: '0.1.0' };
  return `${JSON.stringify({ log: { version: '1.2', creator, pages: [], entries, comment } }, null, 2)}\n`;
}
