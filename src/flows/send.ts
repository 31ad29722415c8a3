import type { Clock } from '#protocol/clock.ts';
import type { Exchange, ExchangeFailure, ExchangeRequest } from '#protocol/exchange.ts';
import { encodeBase64Url } from '#protocol/base64url.ts';
import type { Random } from '#protocol/random.ts';

/** What sending needs from outside. */
export interface SendTools {
  fetch: (request: Request) => Promise<Response>;
  clock: Clock;
  random: Random;
}

/** What an exchange says of itself beside the wire. */
export type About = Pick<Exchange, 'from' | 'to'> &
  Partial<Pick<Exchange, 'flow' | 'step' | 'clientId' | 'plays' | 'server'>>;

/** How long an answer may take, in milliseconds. */
const patience = 30_000;

/** Where a sandbox tells which of its rules decided; no other server sends it. */
const ruleHeader = 'sandbox-rule';

/** Thrown by a `fetch` that found out why there is no answer. */
export class Unanswered extends Error {
  readonly found: NonNullable<ExchangeFailure['cause']>;

  constructor(found: NonNullable<ExchangeFailure['cause']>, message: string) {
    super(message);
    this.found = found;
  }
}

/** An id for an exchange: 96 random bits. */
export function exchangeId(random: Random): string {
  return encodeBase64Url(random.bytes(12));
}

function failureOf(cause: unknown): ExchangeFailure {
  if (cause instanceof Unanswered) {
    return { kind: 'unreachable', message: cause.message, cause: cause.found };
  }
  const { name, message } =
    cause instanceof Error ? cause : { name: 'Error', message: String(cause) };
  if (name === 'TimeoutError') return { kind: 'timeout', message: 'No answer within 30 seconds.' };
  return { kind: name === 'AbortError' ? 'aborted' : 'unreachable', message };
}

/**
 * Sends a request exactly as it is written and waits for the whole answer. Cookies stay at home
 * and nothing is cached: what the reader sees is all there is.
 *
 * @returns the exchange; without a response, and with a failure, when the request could not leave
 *   or no answer came. Nothing is thrown.
 */
export async function send(
  request: ExchangeRequest,
  about: About,
  { fetch, clock, random }: SendTools,
): Promise<Exchange> {
  const startedAt = clock.now();
  const exchange: Exchange = { id: exchangeId(random), ...about, startedAt, request };
  try {
    const response = await fetch(
      new Request(request.url, {
        method: request.method,
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: request.body }),
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(patience),
      }),
    );
    const body = await response.text();
    const rule = response.headers.get(ruleHeader);
    return {
      ...exchange,
      ...(rule === null ? {} : { rule }),
      durationMs: clock.now() - startedAt,
      response: {
        status: response.status,
        headers: [...response.headers],
        ...(body === '' ? {} : { body }),
      },
    };
  } catch (cause) {
    return { ...exchange, durationMs: clock.now() - startedAt, failure: failureOf(cause) };
  }
}
