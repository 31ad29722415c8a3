import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';
import { respond } from '../wire/responses.ts';
import { publicJwk, signingKey } from '../tokens/signing-key.ts';
import type { PlainResponse } from '../wire/plain-response.ts';

/**
 * `GET /restapi/oauth/jwks`: the public half of the key that signs JWT
 * credentials, so that a reader can check one by hand.
 *
 * @see RFC 7517 section 5
 */
export async function jwks(incoming: Incoming, services: Services): Promise<PlainResponse> {
  const document = { keys: [publicJwk(await signingKey(services))] };
  return respond(incoming, 200, JSON.stringify(document), {
    'content-type': 'application/json;charset=UTF-8',
    'cache-control': 'no-store',
  });
}
