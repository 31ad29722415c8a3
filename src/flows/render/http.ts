import type { ExchangeRequest, ExchangeResponse } from '#protocol/exchange.ts';

/**
 * A request as raw HTTP/1.1, with the Host header that the browser adds (RFC 9112 section 3).
 *
 * @returns lines ended by a plain line feed, for reading and copying
 */
export function renderHttpRequest({ method, url, headers, body }: ExchangeRequest): string {
  const { host, pathname, search } = new URL(url);
  return [
    `${method} ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['', body]),
  ].join('\n');
}

/** An answer as raw HTTP/1.1. */
export function renderHttpResponse({ status, headers, body }: ExchangeResponse): string {
  return [
    `HTTP/1.1 ${status}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['', body]),
  ].join('\n');
}
