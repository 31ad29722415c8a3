import type { DecidingRule } from '#protocol/errors/deciding-rule.ts';
import type { Actor } from '#protocol/actors.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Caller } from '../wire/caller.ts';
import { type LoggedHeaders, pairsOf } from './bounded-copy.ts';

/**
 * An exchange as it passed by: what its request and its answer are made of anyway, and nothing of
 * the connection. Few events are ever read, so whoever reads one makes the rest.
 */
export interface LoggedExchange {
  id: string;
  from: Actor;
  to: Actor;
  caller: Caller;
  /** Milliseconds, on the sandbox's clock. */
  startedAt: number;
  clientId: string | undefined;
  transactionId: string | undefined;
  rule: DecidingRule | undefined;
  method: string;
  url: string;
  requestHeaders: LoggedHeaders;
  /** Empty when there is none, as below. */
  requestBody: string;
  status: number;
  responseHeaders: LoggedHeaders;
  responseBody: string;
}

/** The exchange that was logged, in the shape that every room speaks. */
export function exchangeOf(logged: LoggedExchange): Exchange {
  const { clientId, transactionId, rule, requestBody, responseBody } = logged;
  return {
    id: logged.id,
    from: logged.from,
    to: logged.to,
    caller: logged.caller,
    startedAt: logged.startedAt,
    request: {
      method: logged.method,
      url: logged.url,
      headers: pairsOf(logged.requestHeaders),
      ...(requestBody !== '' && { body: requestBody }),
    },
    response: {
      status: logged.status,
      headers: pairsOf(logged.responseHeaders),
      ...(responseBody !== '' && { body: responseBody }),
    },
    ...(transactionId !== undefined && { transactionId }),
    ...(rule !== undefined && { rule }),
    ...(clientId !== undefined && { clientId }),
  };
}
