import type { Incoming } from '../../wire/incoming.ts';
import { respond } from '../../wire/responses.ts';
import { html, type Html } from '../../views/html.ts';
import type { Page } from '../../views/layout.ts';
import { offsetWords } from '#protocol/text/duration-words.ts';
import type { PlainResponse } from '../../wire/plain-response.ts';

// No form-action: it would block the redirect to the app that follows a form.
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

/** Every answer of the authorization endpoint: unframed, unstored, without referrer or CORS (AS-065, AS-067 to AS-069). */
const guarded = {
  'content-security-policy': contentSecurityPolicy,
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Below the band that says whose page it is: codes and tokens live by a clock that was moved. */
function clockNotice(offsetSeconds: number): Html | '' {
  if (offsetSeconds === 0) return '';
  return html`<p>
    <strong>The clock is moved.</strong> The sandbox is ${offsetWords(offsetSeconds)}.
  </p>`;
}

/** An HTML page. */
export async function page(
  incoming: Incoming,
  status: number,
  view: Page,
  headers: Record<string, string> = {},
): Promise<PlainResponse> {
  const text = String(await view(clockNotice(incoming.offsetSeconds)));
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
export function redirect(incoming: Incoming, location: string): PlainResponse {
  return respond(incoming, incoming.method === 'POST' ? 303 : 302, '', { ...guarded, location });
}
