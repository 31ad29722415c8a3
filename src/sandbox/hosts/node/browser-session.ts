import type { IncomingMessage } from 'node:http';
import { encodeBase64Url } from '#protocol/base64url.ts';
import type { Random } from '#protocol/random.ts';

const idPattern = /^[A-Za-z0-9_-]{22}$/;

/** Only the pages that a reader's browser shows need to know the browser again; HEAD shows none. */
function needsSession(path: string, method: string | undefined): boolean {
  return path.startsWith('/restapi/oauth/authorize') && method !== 'HEAD';
}

export interface BrowserSession {
  /** The opaque id that the sandbox gets; empty on paths that need none, and where it cannot be told. */
  id: string;
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
  if (!needsSession(path, method)) return { id: '' };
  const name = `sandbox-browser-${port}`;
  for (const part of headers.cookie?.split(';') ?? []) {
    const [key = '', value = ''] = part.trim().split('=');
    if (key === name && idPattern.test(value)) return { id: value };
  }
  // A form of another site comes without the Lax cookie; a new one would take its place.
  if (method === 'POST' && headers['sec-fetch-site'] === 'cross-site') return { id: '' };
  const id = encodeBase64Url(random.bytes(16));
  return {
    id,
    setCookie: `${name}=${id}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`,
  };
}
