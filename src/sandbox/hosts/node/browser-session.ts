import type { IncomingMessage } from 'node:http';
import { encodeBase64Url } from '#protocol/base64url.ts';
import type { Random } from '#protocol/random.ts';

const idPattern = /^[A-Za-z0-9_-]{22}$/;

/** Only the pages that a reader's browser shows need to know the browser again. */
function needsSession(path: string): boolean {
  return path.startsWith('/restapi/oauth/authorize');
}

export interface BrowserSession {
  /** The opaque id that the sandbox gets; empty on paths that need none, and where it cannot be told. */
  id: string;
  /** Ids that it sent besides: a cookie of another path or domain may bear the same name. */
  others: readonly string[];
  /** The header to add to the answer, when the browser has no cookie yet. */
  setCookie?: string;
}

/**
 * Knows a browser again by a cookie named after the port, since cookies ignore
 * ports and another sandbox may run beside this one. Paths that apps call are
 * left alone: no cookie is read or set there.
 *
 * @param path as whoever handles the request reads it
 * @param options.isSecure everybody comes over https: the cookie then goes over nothing else
 */
export function browserSession(
  path: string,
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  { port, random, isSecure }: { port: number; random: Random; isSecure: boolean },
): BrowserSession {
  const nobody = { id: '', others: [] };
  if (!needsSession(path)) return nobody;
  const name = `sandbox-browser-${port}`;
  const [known, ...others] = (headers.cookie?.split(';') ?? []).flatMap((part) => {
    const [key = '', value = ''] = part.trim().split('=');
    return key === name && idPattern.test(value) ? [value] : [];
  });
  if (known !== undefined) return { id: known, others };
  // HEAD changes nothing, in a browser neither.
  if (method === 'HEAD') return nobody;
  // A form of another site comes without the Lax cookie; a new one would take its place.
  if (method === 'POST' && headers['sec-fetch-site'] === 'cross-site') return nobody;
  const id = encodeBase64Url(random.bytes(16));
  return {
    id,
    others: [],
    setCookie: `${name}=${id}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`,
  };
}
