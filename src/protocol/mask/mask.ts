import type { Exchange } from '../exchange.ts';
import { maskBody } from './body.ts';
import { maskHeaders } from './headers.ts';
import { type Ledger, createLedger } from './ledger.ts';
import { maskUrl } from './pairs.ts';

export { type Mask, readMask, writeMask } from './marker.ts';

/** Masks exchange after exchange, with one label for one secret throughout. */
export interface Masker {
  mask(exchange: Exchange): Exchange;
}

/** Every text of an exchange, swept once all that it holds is known. */
function sweepAll(exchange: Exchange, ledger: Ledger): Exchange {
  const sweepMessage = <M extends { headers: [string, string][]; body?: string | undefined }>(
    message: M,
  ): M => ({
    ...message,
    headers: message.headers.map(([name, value]) => [name, ledger.sweep(value)]),
    ...(message.body !== undefined && { body: ledger.sweep(message.body) }),
  });
  const { request, response, failure } = exchange;
  return {
    ...exchange,
    request: { ...sweepMessage(request), url: ledger.sweep(request.url) },
    ...(response && { response: sweepMessage(response) }),
    ...(failure && { failure: { ...failure, message: ledger.sweep(failure.message) } }),
  };
}

/**
 * A masker for one transcript. Secrets, codes, verifiers, tokens and passwords
 * become a mask that says kind, number and length, in requests and responses
 * alike; a secret that is repeated elsewhere, such as in an error text, is
 * replaced there too.
 */
export function createMasker(): Masker {
  const ledger = createLedger();
  return {
    mask(exchange) {
      ledger.begin();
      const { request, response, transactionId } = exchange;
      const masked: Exchange = {
        ...exchange,
        ...(transactionId !== undefined && {
          transactionId: ledger.mask('transaction', transactionId),
        }),
        request: {
          ...request,
          url: maskUrl(request.url, ledger),
          headers: maskHeaders(request.headers, ledger),
          ...(request.body !== undefined && { body: maskBody(request.body, ledger) }),
        },
        ...(response && {
          response: {
            ...response,
            headers: maskHeaders(response.headers, ledger),
            ...(response.body !== undefined && { body: maskBody(response.body, ledger) }),
          },
        }),
      };
      return sweepAll(masked, ledger);
    },
  };
}
