import type { ExchangeRequest } from '#protocol/exchange.ts';

/**
 * The request as HTTP/1.1 laid out for reading: a line breaks before a `?` or
 * a `&` of the parameters, and nowhere else. What is copied is the request
 * itself, without these breaks: `renderHttpRequest` of `#flows/render`.
 *
 * @returns lines without their ends
 */
export function httpLines(request: ExchangeRequest): string[] {
  const { host, pathname, search } = new URL(request.url);
  const query = search === '' ? [] : search.split(/(?=&)/).map((pair) => `  ${pair}`);
  const target = [`${request.method} ${pathname}`, ...query];
  const last = target.length - 1;
  const lines = target.map((line, index) => (index === last ? `${line} HTTP/1.1` : line));
  lines.push(`Host: ${host}`, ...request.headers.map(([name, value]) => `${name}: ${value}`));
  if (request.body) lines.push('', ...request.body.split(/(?=&)/));
  return lines;
}
