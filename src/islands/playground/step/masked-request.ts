import type { ExchangeRequest } from '#protocol/exchange.ts';
import { createMasker, writeMask } from '#protocol/mask/mask.ts';
import type { HeldSecret } from './hidden-row.ts';

/** A request as it may be on screen: each secret as its kind and length, wherever it stands. */
export function maskedRequest(
  request: ExchangeRequest,
  held: readonly HeldSecret[],
): ExchangeRequest {
  const known = held.map(({ name, value }) => ({
    secret: value,
    mask: writeMask({ kind: name, number: 1, length: value.length }),
    issued: true,
  }));
  return createMasker({ known }).mask({
    id: '',
    from: 'app',
    to: 'authorization-server',
    startedAt: 0,
    request,
  }).request;
}
