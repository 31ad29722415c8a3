/** Base64url of `SBX01P01PAS00|A`: a site, a pod and a server that RingCentral does not have. */
export const tokenStart = 'U0JYMDFQMDFQQVMwMHxB';

const randomCharacters = 32;

/**
 * An access or refresh token in the shape of RingCentral's: base64url of
 * `SITE+POD+SERVER|payload`, here with 192 unpredictable bits (AS-009, AS-010).
 */
export function makeToken(randomText: (length: number) => string): string {
  return tokenStart + randomText(randomCharacters);
}

/** Whether a text could be a token of this server: tells a token that is gone from what never was one. */
export function isTokenShaped(text: string): boolean {
  return text.length === tokenStart.length + randomCharacters && text.startsWith(tokenStart);
}
