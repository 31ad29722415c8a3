import type { Exchange, Headers } from '#protocol/exchange.ts';
import { maskBody } from '#protocol/mask/body.ts';
import { maskHeaders } from '#protocol/mask/headers.ts';
import type { Labels } from '#protocol/mask/ledger.ts';
import { maskUrl } from '#protocol/mask/pairs.ts';

interface Message {
  headers: Headers;
  body?: string | undefined;
}

/** An exchange without the secrets that stand where a protocol puts them. */
export function maskedByPlace(exchange: Exchange, labels: Labels, answer?: string): Exchange {
  const inMessage = <M extends Message>(message: M): M => ({
    ...message,
    headers: maskHeaders(message.headers, labels),
    ...(message.body === undefined ? {} : { body: maskBody(message.body, labels) }),
  });
  const { request, response } = exchange;
  return {
    ...exchange,
    request: { ...inMessage(request), url: maskUrl(request.url, labels) },
    ...(response && {
      response: {
        ...inMessage(answer === undefined ? response : { ...response, body: '' }),
        ...(answer === undefined ? {} : { body: answer }),
      },
    }),
  };
}

/** What every text of an exchange becomes. */
export function mapTexts(exchange: Exchange, map: (text: string) => string): Exchange {
  const inMessage = <M extends Message>(message: M): M => ({
    ...message,
    headers: message.headers.map(([name, value]): [string, string] => [map(name), map(value)]),
    ...(message.body === undefined ? {} : { body: map(message.body) }),
  });
  const { request, response, failure, clientId, transactionId } = exchange;
  return {
    ...exchange,
    ...(clientId === undefined ? {} : { clientId: map(clientId) }),
    ...(transactionId === undefined ? {} : { transactionId: map(transactionId) }),
    request: { ...inMessage(request), method: map(request.method), url: map(request.url) },
    ...(response && { response: inMessage(response) }),
    ...(failure && { failure: { ...failure, message: map(failure.message) } }),
  };
}

/** Every text of an exchange. */
export function textsOf(exchange: Exchange): string[] {
  const texts: string[] = [];
  mapTexts(exchange, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}
