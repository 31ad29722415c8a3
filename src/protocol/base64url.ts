const alphabet = /^[A-Za-z0-9_-]*$/;

/** Encodes octets as base64url without padding (RFC 4648 section 5, RFC 7636 Appendix A). */
export function encodeBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The same octets in standard base64, still without padding (RFC 4648 section 4). */
export function standardBase64(base64url: string): string {
  return base64url.replaceAll('-', '+').replaceAll('_', '/');
}

/**
 * Decodes base64url without padding.
 *
 * @returns undefined where the text has another character, padding among them, or a length that no octets give
 */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!alphabet.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(standardBase64(text)), (octet) => octet.charCodeAt(0));
  } catch {
    return undefined;
  }
}
