import type { Actor } from '#protocol/actors.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Caller } from '../wire/caller.ts';
import { type NotedHeaders, pairsOf } from './note.ts';

/**
 * An exchange as it passed by: what its request and its answer are made of anyway, and nothing of
 * the connection. Few events are ever read, so whoever reads one makes the rest.
 */
export interface NotedExchange {
  id: string;
  from: Actor;
  to: Actor;
  caller: Caller;
  /** Milliseconds, on the sandbox's clock. */
  startedAt: number;
  clientId: string | undefined;
  transactionId: string | undefined;
  rule: string | undefined;
  method: string;
  url: string;
  requestHeaders: NotedHeaders;
  /** Empty when there is none, as below. */
  requestBody: string;
  status: number;
  responseHeaders: NotedHeaders;
  responseBody: string;
}

/** The exchange that was noted, in the shape that every room speaks. */
export function exchangeOf(noted: NotedExchange): Exchange {
  const { clientId, transactionId, rule, requestBody, responseBody } = noted;
  return {
    id: noted.id,
    from: noted.from,
    to: noted.to,
    caller: noted.caller,
    startedAt: noted.startedAt,
    request: {
      method: noted.method,
      url: noted.url,
      headers: pairsOf(noted.requestHeaders),
      ...(requestBody !== '' && { body: requestBody }),
    },
    response: {
      status: noted.status,
      headers: pairsOf(noted.responseHeaders),
      ...(responseBody !== '' && { body: responseBody }),
    },
    ...(transactionId !== undefined && { transactionId }),
    ...(rule !== undefined && { rule }),
    ...(clientId !== undefined && { clientId }),
  };
}
