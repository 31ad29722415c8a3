import type { Exchange, ExchangeRequest } from '#protocol/exchange.ts';
import { makeBasic } from '#protocol/make-basic.ts';
import { writeMask } from '#protocol/mask/marker.ts';

/**
 * The request of a log that masks its Basic header whole, with the header of the app that it named: the
 * client id is no secret, and a reader has the secret and not its base64.
 */
export function withBasic({ request, clientId }: Exchange): ExchangeRequest {
  if (clientId === undefined) return request;
  const secret = writeMask({ kind: 'client_secret', number: 1, length: 0 });
  return {
    ...request,
    headers: request.headers.map(([name, value]) =>
      name.toLowerCase() === 'authorization' && /^Basic masked-credentials-/i.test(value)
        ? [name, makeBasic(clientId, secret)]
        : [name, value],
    ),
  };
}
