import { decodeBase64Url } from './base64url.ts';

/**
 * What one of the first two parts of a JWT says.
 *
 * @returns undefined where it is not base64url of UTF-8 of JSON (RFC 7519 section 3)
 */
export function readJwtPart(part: string): unknown {
  const octets = decodeBase64Url(part);
  if (octets === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets));
  } catch {
    return undefined;
  }
}
