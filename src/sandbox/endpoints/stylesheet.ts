import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';

/**
 * `GET /sandbox/pages.css`: the style of the sign-in, consent and error pages, where the host
 * brought it. A service worker answers this path from the site, which has it as a file.
 */
export function stylesheet(_: Incoming, { stylesheet: text }: Services): Promise<Response> {
  if (text === undefined) return Promise.resolve(new Response('Not found', { status: 404 }));
  return Promise.resolve(
    new Response(text, {
      headers: {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'max-age=300',
      },
    }),
  );
}
