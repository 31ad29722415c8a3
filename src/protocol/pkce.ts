import { encodeBase64Url } from './base64url.ts';

/** `43*128unreserved`: what a verifier, and so a challenge, may be made of (RFC 7636 section 4.1). */
const unreserved43To128 = /^[A-Za-z0-9\-._~]{43,128}$/;

/** The methods of RFC 7636 section 4.3, spelled as they go on the wire. */
export const challengeMethods = ['S256', 'plain'] as const;
export type ChallengeMethod = (typeof challengeMethods)[number];

/** Whether the text fits the verifier's grammar (RFC 7636 section 4.1); a challenge has the same (4.2). */
export function isVerifier(text: string): boolean {
  return unreserved43To128.test(text);
}

/**
 * `BASE64URL(SHA256(ASCII(code_verifier)))`, without padding.
 * @see RFC 7636 section 4.2
 */
export async function s256Challenge(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return encodeBase64Url(new Uint8Array(digest));
}

/** A verifier of 32 random octets, 43 characters long, as RFC 7636 section 4.1 recommends. */
export function makeVerifier(random: { bytes(count: number): Uint8Array }): string {
  return encodeBase64Url(random.bytes(32));
}
