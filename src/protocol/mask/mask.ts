import type { Exchange } from '../exchange.ts';
import { maskBody } from './body.ts';
import { maskHeaders } from './headers.ts';
import { type Ledger, type LedgerOptions, createLedger, mostSecrets } from './ledger.ts';
import { maskUrl } from './pairs.ts';
import { hideAll } from './too-many.ts';

export { type Mask, readMask, writeMask } from './marker.ts';
export { type Learned, mostSecrets } from './ledger.ts';

/** Masks exchange after exchange, with one label for one secret throughout. */
export interface Masker {
  mask(exchange: Exchange): Exchange;
}

interface Message {
  headers: [string, string][];
  body?: string | undefined;
}

/** What every text of an exchange becomes. */
function mapTexts(exchange: Exchange, map: (text: string) => string): Exchange {
  const mapMessage = <M extends Message>(message: M): M => ({
    ...message,
    headers: message.headers.map(([name, value]) => [name, map(value)]),
    ...(message.body !== undefined && { body: map(message.body) }),
  });
  const { request, response, failure } = exchange;
  return {
    ...exchange,
    request: { ...mapMessage(request), url: map(request.url) },
    ...(response && { response: mapMessage(response) }),
    ...(failure && { failure: { ...failure, message: map(failure.message) } }),
  };
}

/** Every text of an exchange, swept once all that it holds is known. */
function sweepAll(exchange: Exchange, ledger: Ledger): Exchange {
  const texts: string[] = [];
  mapTexts(exchange, (text) => {
    texts.push(text);
    return text;
  });
  return mapTexts(exchange, ledger.sweeper(texts));
}

const maskMessage = <M extends Message>(message: M, ledger: Ledger): M => ({
  ...message,
  headers: maskHeaders(message.headers, ledger),
  ...(message.body !== undefined && { body: maskBody(message.body, ledger) }),
});

function maskPlaces(exchange: Exchange, ledger: Ledger): Exchange {
  const { request, response, transactionId } = exchange;
  const url = maskUrl(request.url, ledger);
  const sent = maskMessage(request, ledger);
  ledger.beginAnswer();
  return {
    ...exchange,
    ...(transactionId !== undefined && {
      transactionId: ledger.mask('transaction', transactionId),
    }),
    request: { ...sent, url },
    ...(response && { response: maskMessage(response, ledger) }),
  };
}

/**
 * A masker for one transcript. Secrets, codes, verifiers, tokens and passwords
 * become a mask that says kind, number and length, in requests and responses
 * alike; a secret that is repeated elsewhere, such as in an error text, is
 * replaced there too.
 *
 * The work for one exchange is bounded by its size: it looks for 64 secrets at most, and an
 * exchange that holds more is shown without what could hold one.
 */
export function createMasker(options: LedgerOptions = {}): Masker {
  const ledger = createLedger(options);
  return {
    mask(exchange) {
      ledger.begin(exchange.caller !== 'stranger');
      const masked = maskPlaces(exchange, ledger);
      return ledger.isOver() ? hideAll(masked, mostSecrets) : sweepAll(masked, ledger);
    },
  };
}
