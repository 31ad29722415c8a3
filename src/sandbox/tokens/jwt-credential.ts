import { CompactSign } from 'jose/jws/compact/sign';
import { encodeBase64Url } from '#protocol/base64url.ts';
import type { Services } from '../context.ts';
import type { JwtCredentialRecord, UserRecord } from '../store/records.ts';
import { signingAlgorithm, signingKey } from './signing-key.ts';

/** A credential without an end has an `exp` all the same: RingCentral's were seen to end in 2093. */
const withoutEndSeconds = 2_147_483_647;

/** What a credential is known by: the digest of its text, so that the store holds no secret. */
export async function credentialId(jwt: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(jwt));
  return encodeBase64Url(new Uint8Array(digest));
}

/**
 * Makes a JWT as RingCentral's console does: signed by the server, for a user,
 * with no word of the apps that may use it.
 *
 * @param options.origin the issuer, whose token endpoint is the audience
 * @param options.expiresAt milliseconds; absent, it does not end
 * @param options.claims merged over the claims; `null` leaves one out
 * @returns the JWT, told this once, and what is kept of it; `full` where there is no room for that
 */
export async function makeCredential(
  options: {
    user: UserRecord;
    origin: string;
    clientIds?: string[] | undefined;
    expiresAt?: number | undefined;
    claims?: Readonly<Record<string, unknown>> | undefined;
    now: number;
  },
  services: Services,
): Promise<{ jwt: string; credential: JwtCredentialRecord } | 'full'> {
  const { user, origin, clientIds, expiresAt, now } = options;
  const { kid, privateJwk } = await signingKey(services);
  const issuedAt = Math.floor(now / 1000);
  const usual = {
    aud: `${origin}/restapi/oauth/token`,
    sub: String(user.extensionId),
    iss: origin,
    exp: expiresAt === undefined ? issuedAt + withoutEndSeconds : Math.floor(expiresAt / 1000),
    iat: issuedAt,
    jti: services.randomText(22),
  };
  const claims = Object.entries({ ...usual, ...options.claims }).filter(
    ([, value]) => value !== null,
  );
  const payload = new TextEncoder().encode(JSON.stringify(Object.fromEntries(claims)));
  const jwt = await new CompactSign(payload)
    .setProtectedHeader({ kid, typ: 'JWT', alg: signingAlgorithm })
    .sign({ ...privateJwk, alg: signingAlgorithm });
  const credential: JwtCredentialRecord = {
    id: await credentialId(jwt),
    userId: user.extensionId,
    ...(clientIds && { clientIds }),
    createdAt: now,
    ...(expiresAt !== undefined && { expiresAt }),
  };
  const added = await services.store.jwts.add(credential);
  return added === 'full' ? 'full' : { jwt, credential };
}
