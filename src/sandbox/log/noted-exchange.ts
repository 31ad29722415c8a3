import type { Actor } from '#protocol/actors.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Trace } from '../context.ts';

/** Header fields as whoever has them keeps them: names and values by turns, in pairs, or by name. */
export type NotedHeaders =
  readonly string[] | readonly [string, string][] | Readonly<Record<string, string>>;

/**
 * An exchange as it passed by: what its request and its answer are made of anyway, and nothing of
 * the connection. Few events are ever read, so whoever reads one makes the rest.
 */
export interface NotedExchange {
  from: Actor;
  to: Actor;
  /** Milliseconds, on the sandbox's clock. */
  startedAt: number;
  trace: Trace;
  clientId: string | undefined;
  method: string;
  url: string;
  requestHeaders: NotedHeaders;
  /** Empty when there is none, as below. */
  requestBody: string;
  status: number;
  responseHeaders: NotedHeaders;
  responseBody: string;
}

function isFlat(headers: readonly string[] | readonly [string, string][]): headers is string[] {
  return typeof headers[0] === 'string';
}

function pairsOf(headers: NotedHeaders): [string, string][] {
  if (!Array.isArray(headers)) return Object.entries(headers);
  if (!isFlat(headers)) return [...headers];
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < headers.length; index += 2) {
    pairs.push([headers[index] ?? '', headers[index + 1] ?? '']);
  }
  return pairs;
}

/** The exchange that was noted, in the shape that every room speaks. */
export function exchangeOf(noted: NotedExchange): Exchange {
  const { trace, clientId, requestBody, responseBody } = noted;
  return {
    id: trace.id,
    from: noted.from,
    to: noted.to,
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
    ...(trace.transactionId !== undefined && { transactionId: trace.transactionId }),
    ...(trace.rule !== undefined && { rule: trace.rule }),
    ...(clientId !== undefined && { clientId }),
  };
}
