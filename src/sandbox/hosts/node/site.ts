import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono, type HonoRequest } from 'hono';
import { guardHeaders } from '../../wire/guard-headers.ts';
import { openerPolicy } from '../opener-policy.ts';
import { cachePrefix } from '../service-worker/messages.ts';
import { sendFile } from './send-file.ts';
import { createSiteFiles } from './site-files.ts';

const everywhere = { 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff' };
/** Astro puts a hash of the content in these names. */
const hashed = /^\/_astro\//;

/** Unregisters itself and drops the copies: a worker of an earlier static build must not answer for this server. */
const retiringWorker = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  const drop = async () => {
    const names = await caches.keys();
    const own = names.filter((name) => name.startsWith('${cachePrefix}'));
    await Promise.all([self.registration.unregister(), ...own.map((name) => caches.delete(name))]);
  };
  event.waitUntil(drop());
});
`;

/** The policy that the build computed over its pages; for HTML only, since on every file it stops Pagefind. */
function readContentSecurityPolicy(folder: string): string | undefined {
  const file = join(folder, '_csp.json');
  if (!existsSync(file)) return undefined;
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof value === 'object' && value !== null && 'policy' in value
    ? String(value.policy)
    : undefined;
}

const askedOf = (request: HonoRequest) => ({
  method: request.method,
  header: (name: string) => request.header(name),
});

/**
 * The built site as a function of a request.
 *
 * @param folder what `astro build` wrote; left out, there are no pages
 * @param openApi makes the document of the control API, once
 * @param origin the server's own, which is known once it listens
 */
export function createSite(
  folder: string | undefined,
  openApi: () => Promise<object>,
  origin: () => string,
): (request: Request) => Promise<Response> {
  const files = folder === undefined ? undefined : createSiteFiles(folder, origin);
  const csp = folder === undefined ? undefined : readContentSecurityPolicy(folder);
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    const isPage = context.res.headers.get('content-type')?.startsWith('text/html') === true;
    const { headers } = context.res;
    for (const [name, value] of Object.entries(everywhere)) headers.set(name, value);
    if (isPage) {
      if (csp !== undefined) headers.set('Content-Security-Policy', csp);
      const opener = openerPolicy(context.req.path);
      if (opener !== undefined) headers.set('Cross-Origin-Opener-Policy', opener);
    }
    if (!headers.has('cache-control')) {
      // What a 304 says replaces what the browser keeps.
      const lasting = hashed.test(context.req.path) && context.res.status < 400;
      headers.set('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    }
  });
  app.use('/sandbox/*', async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(guardHeaders)) context.res.headers.set(name, value);
  });
  app.get('/sandbox/host.json', (context) => context.json({ host: 'node' }));
  app.get('/sandbox/openapi.json', async (context) => context.json(await openApi()));
  app.get('/sw.js', (context) =>
    context.body(retiringWorker, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  if (files !== undefined) {
    // The build's own notes to hosts.
    for (const note of ['/_csp.json', '/_headers', '/_nginx.conf', '/_Caddyfile', '/.built-from']) {
      app.get(note, (context) => context.notFound());
    }
    app.get('*', async (context, next) => {
      const { path } = context.req;
      if (path.endsWith('/') || !files.isFolder(path)) return next();
      // A page's relative links and its canonical address end with a slash.
      return context.redirect(`${path}/${new URL(context.req.url).search}`, 301);
    });
    app.get('*', async ({ req }, next) => {
      const file = files.find(req.path);
      return file === undefined ? next() : sendFile(askedOf(req), file);
    });
  }
  app.notFound(async (context) => {
    const { method } = context.req;
    if (method !== 'GET' && method !== 'HEAD') {
      return context.text('Read this site with GET.', 405, { Allow: 'GET, HEAD' });
    }
    const page = files?.find('/404.html');
    return page === undefined
      ? context.text('Not found', 404)
      : sendFile(askedOf(context.req), page, 404);
  });
  return async (request) => app.fetch(request);
}
