import { isLoopbackName } from '#protocol/loopback.ts';
import type { PlatformType } from './app.ts';
import { mobileAndDesktop } from './flow-kinds.ts';

/** The printable ASCII that a URI may hold (RFC 3986 section 2); a URL parser would quietly repair the rest. */
const uriCharacters = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;
const longest = 2000;
/** `/./` and `/../`, wherever they stand in the path, percent-encoded too (WHATWG URL). */
const dotSegments = /^[^?]*\/(?:\.|%2e){1,2}(?:[/?]|$)/i;

/**
 * Why a redirect URI may not be registered.
 *
 * @param uri As it was typed; nothing is trimmed or repaired, because the server compares it verbatim.
 * @param platformType Decides whether a private-use scheme is allowed (RFC 8252 section 7.1).
 * @returns The reason in words, or undefined where the URI is good.
 * @see RFC 6749 section 3.1.2, RFC 8252 sections 7.1 and 7.3
 */
export function redirectUriProblem(
  uri: string,
  platformType: PlatformType | undefined,
): string | undefined {
  if (uri === '') return 'A redirect URI may not be empty.';
  if (uri.length > longest) return `A redirect URI may have ${longest} characters at most.`;
  if (!uriCharacters.test(uri)) {
    return 'A redirect URI may have no spaces, line breaks or characters that need percent-encoding.';
  }
  if (uri.includes('*')) {
    return 'A redirect URI may have no wildcard: RingCentral compares it character by character.';
  }
  if (dotSegments.test(uri)) {
    return 'A redirect URI may have no . or .. segments: a browser resolves them, and then it is another URI.';
  }
  if (uri.includes('#')) return 'A redirect URI may have no fragment (RFC 6749 section 3.1.2).';
  if (!URL.canParse(uri)) {
    return 'A redirect URI must be absolute, such as https://app.example.com/callback.';
  }
  const url = new URL(uri);
  if (url.protocol === 'https:' || url.protocol === 'http:') return webProblem(uri, url);
  return schemeProblem(url.protocol.slice(0, -1), platformType);
}

function webProblem(uri: string, url: URL): string | undefined {
  if (!/^https?:\/\/[^/]/i.test(uri)) {
    return 'A redirect URI must be absolute, with two slashes and a host after its scheme.';
  }
  // In the text, for a URL parser drops a user name that is empty.
  if (/^https?:\/\/[^/?]*@/i.test(uri)) {
    return 'A redirect URI may have no user name or password.';
  }
  if (url.protocol === 'http:' && !isLoopbackName(url.hostname)) {
    return 'A redirect URI uses https; http is for localhost, 127.0.0.1 and [::1] only.';
  }
  return undefined;
}

function schemeProblem(scheme: string, platformType: PlatformType | undefined): string | undefined {
  if (!mobileAndDesktop.has(platformType)) {
    return `A redirect URI uses https here; its own scheme, such as ${scheme}:, is for mobile and desktop apps.`;
  }
  // A dot keeps out javascript:, data: and the like, and other apps' names (RFC 8252 section 7.1).
  if (!scheme.includes('.')) {
    return `A private-use scheme is a domain name in reverse, such as com.example.app:/callback; ${scheme}: is not one.`;
  }
  return undefined;
}
