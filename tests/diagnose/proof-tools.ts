import type { ProofTools } from '#diagnosis/proof/tools.ts';
import { webRandom } from '#protocol/random.ts';
import { CookieJar } from '../conformance/runner/cookies.ts';
import type { Transport } from '../conformance/runner/transport.ts';

const mostRedirects = 5;

/** What the page hands to a proof, over any host: a window with cookies that follows redirects, and the control API. */
export function proofTools(host: Transport): ProofTools & { calls: string[] } {
  const jar = new CookieJar();
  const calls: string[] = [];
  return {
    origin: host.origin,
    calls,
    clock: Date,
    async later(seconds) {
      await host.fetch(
        new Request(`${host.origin}/sandbox/api/clock`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ offsetSeconds: seconds }),
        }),
      );
    },
    random: webRandom,
    async send(first, as) {
      let request = new Request(first.url, {
        method: first.method,
        headers: first.headers,
        ...(first.body === undefined ? {} : { body: first.body }),
        redirect: 'manual',
      });
      for (let redirects = 0; ; redirects += 1) {
        const cookie = jar.header();
        if (as === 'browser' && cookie !== undefined) request.headers.set('cookie', cookie);
        const response = await host.fetch(request);
        if (as === 'browser') jar.keep(response);
        const location = response.headers.get('location');
        if (location === null || redirects > mostRedirects) {
          return {
            status: response.status,
            url: request.url,
            headers: [...response.headers],
            body: await response.text(),
          };
        }
        const next = new URL(location, request.url);
        // The page that the browser comes back to is the site's, and no host of these tests has it.
        if (next.pathname === '/callback/') {
          return { status: 200, url: next.href.split('#')[0] ?? '', headers: [], body: '' };
        }
        request = new Request(next, { redirect: 'manual' });
      }
    },
    async control(method, path, json) {
      calls.push(`${method} ${path.split('?')[0]}`);
      const response = await host.fetch(
        new Request(`${host.origin}/sandbox/api/${path}`, {
          method,
          headers: { 'content-type': 'application/json' },
          ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        }),
      );
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
  };
}
