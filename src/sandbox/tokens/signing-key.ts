import type { Services } from '../context.ts';
import type { SigningKeyRecord } from '../store/records.ts';

/** The one algorithm that this server signs and takes, as RingCentral's own credentials have it. */
export const signingAlgorithm = 'RS256';

async function makeKey({ randomText }: Services): Promise<SigningKeyRecord> {
  const { privateKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    },
    true,
    ['sign', 'verify'],
  );
  return { kid: randomText(22), privateJwk: await crypto.subtle.exportKey('jwk', privateKey) };
}

/** The key that signs JWT credentials: made at the first need, then the store's for good. */
export async function signingKey(services: Services): Promise<SigningKeyRecord> {
  const kept = await services.store.signingKey.get();
  return kept ?? services.store.signingKey.add(await makeKey(services));
}

/** What may be published of it: the members that RingCentral's keys have (RFC 7517 section 4). */
export function publicJwk({ kid, privateJwk }: SigningKeyRecord) {
  const { n = '', e = '' } = privateJwk;
  return { kty: 'RSA', alg: signingAlgorithm, use: 'sig', kid, n, e };
}
