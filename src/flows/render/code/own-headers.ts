import type { ExchangeRequest, Headers } from '#protocol/exchange.ts';

/** Fields that a client or a browser writes by itself: a program that sends the same has its own. */
const byItself =
  /^(?:host|connection|content-length|transfer-encoding|accept-encoding|accept-language|user-agent|origin|referer|cookie|cache-control|pragma|dnt|priority|upgrade-insecure-requests|sec-.*|:.*)$/i;

/** The header fields that a request has by intent. */
export function ownHeaders({ headers }: Pick<ExchangeRequest, 'headers'>): Headers {
  return headers.filter(
    ([name, value]) =>
      !byItself.test(name) && !(name.toLowerCase() === 'accept' && value.trim() === '*/*'),
  );
}
