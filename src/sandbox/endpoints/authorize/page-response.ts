import type { Incoming } from '../../context.ts';
import { respond } from '../../responses.ts';
import type { Html } from '../../views/html.ts';

// No form-action: it would block the redirect to the app that follows a form.
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

/** Every answer of the authorization endpoint: unframed, unstored, without referrer or CORS (AS-065, AS-067 to AS-069). */
const guarded = {
  'content-security-policy': contentSecurityPolicy,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** An HTML page. */
export async function page(
  incoming: Incoming,
  status: number,
  content: Html,
  headers: Record<string, string> = {},
): Promise<Response> {
  const text = String(await content);
  return respond(incoming, status, text, {
    ...guarded,
    'content-type': 'text/html; charset=utf-8',
    ...headers,
  });
}

/**
 * A redirect to the app: 302 after a GET, 303 after a form, so that no browser
 * sends the password on (AS-057, RFC 9700 section 4.12).
 */
export function redirect(incoming: Incoming, location: string): Response {
  return respond(incoming, incoming.method === 'POST' ? 303 : 302, '', { ...guarded, location });
}
