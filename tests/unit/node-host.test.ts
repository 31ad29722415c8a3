import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { readPort, startProblem } from '#sandbox/hosts/node/start-problem.ts';
import { rawRequest } from '../support/raw-request.ts';

const csp = "default-src 'self'";
let site: string;
let server: RunningServer;

function lay(path: string, text: string) {
  mkdirSync(join(site, path, '..'), { recursive: true });
  writeFileSync(join(site, path), text);
}

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'site-'));
  lay('index.html', '<!doctype html>home');
  lay('404.html', '<!doctype html>missing');
  lay('callback/index.html', '<!doctype html>callback');
  lay('flows/auth-code-pkce/index.html', '<!doctype html>guide');
  lay(
    'named/index.html',
    '<pre>curl http://localhost:4321/a</pre><a href="/x?uri=http%3A%2F%2Flocalhost%3A4321%2Fb">Host: localhost:4321</a>',
  );
  lay('named/app.mjs', 'http://localhost:4321');
  lay('named.md', 'curl http://localhost:4321/a');
  lay('llms-full.txt', 'curl http://localhost:4321/b');
  lay('_astro/page.abc123.js', 'export {}');
  lay('_astro/page.abc123.css', 'a{}');
  lay('favicon.svg', '<svg/>');
  lay('fonts/a.woff2', 'font');
  lay('pagefind/wasm.en.pagefind', 'wasm');
  lay('sw.js', 'the build’s own worker');
  lay('sandbox/host.json', '{"host":"static"}');
  lay('_csp.json', JSON.stringify({ policy: csp }));
  writeFileSync(join(site, '..', 'outside.txt'), 'outside');
  server = await startServer({ port: 0, site });
});
afterAll(async () => {
  await server.close();
  rmSync(site, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  rawRequest(server.origin + path, { headers });

describe('the Node host', () => {
  it('serves pages by their folder, with the policy and no caching', async () => {
    for (const [path, text] of [
      ['/', 'home'],
      ['/flows/auth-code-pkce/', 'guide'],
      ['/?code=abc&state=x', 'home'],
    ] as const) {
      const { status, headers, body } = await get(path);
      expect([status, body]).toEqual([200, `<!doctype html>${text}`]);
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': csp,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      });
    }
  });

  it('writes its own address into a page, its twin and their list, and into no program', async () => {
    const own = `localhost:${server.port}`;
    const { body, headers } = await get('/named/');
    expect(body).toBe(
      `<pre>curl http://${own}/a</pre><a href="/x?uri=http%3A%2F%2F${own.replace(':', '%3A')}%2Fb">Host: ${own}</a>`,
    );
    expect(headers['content-length'] ?? String(body.length)).toBe(String(body.length));
    const twin = await get('/named.md');
    expect([twin.body, twin.headers['content-type']]).toEqual([
      `curl http://${own}/a`,
      'text/markdown; charset=utf-8',
    ]);
    expect((await get('/llms-full.txt')).body).toBe(`curl http://${own}/b`);
    expect((await get('/named/app.mjs')).body).toBe('http://localhost:4321');
  });

  it('keeps a page from who opened it, and in touch with the windows that it opens', async () => {
    const policyOf = async (path: string) =>
      (await get(path)).headers['cross-origin-opener-policy'];
    for (const path of ['/', '/flows/auth-code-pkce/', '/nothing/']) {
      expect(await policyOf(path), path).toBe('same-origin-allow-popups');
    }
    for (const path of ['/callback/', '/callback/?code=a', '/favicon.svg', '/sandbox/host.json']) {
      expect(await policyOf(path), path).toBeUndefined();
    }
    expect(await policyOf('/restapi/oauth/authorize')).toBeUndefined();
    expect(await policyOf('/restapi/oauth/authorize?client_id=sandbox-browser')).toBeUndefined();
  });

  it('sends files their media type, no policy, and lasting caching where the name has a hash', async () => {
    for (const [path, type, caching] of [
      ['/_astro/page.abc123.js', 'text/javascript; charset=utf-8', /immutable/],
      ['/_astro/page.abc123.css', 'text/css; charset=utf-8', /immutable/],
      ['/favicon.svg', 'image/svg+xml; charset=utf-8', /no-cache/],
      ['/fonts/a.woff2', 'font/woff2', /no-cache/],
      ['/pagefind/wasm.en.pagefind', 'application/octet-stream', /no-cache/],
    ] as const) {
      const { status, headers } = await get(path);
      expect(status, path).toBe(200);
      expect(headers['content-type'], path).toBe(type);
      expect(headers['cache-control'], path).toMatch(caching);
      expect(headers['content-security-policy'], path).toBeUndefined();
      expect(headers['referrer-policy'], path).toBe('no-referrer');
    }
  });

  it('sends a page without its slash there, query kept', async () => {
    const { status, headers } = await get('/flows/auth-code-pkce?a=b');
    expect([status, headers['location']]).toEqual([301, '/flows/auth-code-pkce/?a=b']);
  });

  it('never redirects off the site', async () => {
    for (const path of ['//evil.example/flows', '/%2f%2fevil.example', '//flows']) {
      expect((await get(path)).headers['location'] ?? '/', path).not.toMatch(/^\/\/|evil/);
    }
  });

  it.each([
    '/nothing/',
    '/_csp.json',
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
  ])('answers %s with its own 404 page', async (path) => {
    const { status, headers, body } = await get(path);
    expect([status, body]).toEqual([404, '<!doctype html>missing']);
    expect(headers['content-security-policy']).toBe(csp);
  });

  it('says that it is Node, and has a worker of old unregister itself', async () => {
    expect(JSON.parse((await get('/sandbox/host.json')).body)).toEqual({ host: 'node' });
    const worker = await get('/sw.js');
    expect(worker.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(worker.body).toContain('registration.unregister()');
    expect(JSON.parse((await get('/sandbox/openapi.json')).body)).toMatchObject({
      openapi: '3.1.0',
      paths: { '/sandbox/api/apps/{clientId}': { patch: { operationId: 'updateApp' } } },
    });
  });

  it('keeps what is under a sandbox prefix from the site, 404s too', async () => {
    const { status, headers } = await get('/restapi/nothing');
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('application/json');
    expect(headers['content-security-policy']).toBeUndefined();
  });

  it('H9 counts a sign-in as a page’s once its browser brings the cookie back, and else by who sends it', async () => {
    const path = `/restapi/oauth/authorize?${new URLSearchParams({
      response_type: 'code',
      client_id: 'sandbox-server-web',
      redirect_uri: `http://localhost:${server.port}/callback/`,
    })}`;
    const opened = async () => {
      const usage = JSON.parse((await get('/sandbox/api/usage')).body) as {
        name: string;
        used: { number: number };
      }[];
      const numberOf = (name: string) => usage.find((one) => one.name === name)?.used.number;
      return ['', '-by-programs', '-by-strangers'].map((kind) => numberOf(`sign-ins${kind}`));
    };
    const before = await opened();
    const added = async () => (await opened()).map((now, at) => (now ?? 0) - (before[at] ?? 0));
    const first = await get(path);
    expect(first.status).toBe(200);
    expect(await added()).toEqual([0, 1, 0]);
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    await get(path, { cookie });
    expect(await added()).toEqual([1, 1, 0]);
    await get(path, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' });
    expect(await added()).toEqual([1, 1, 1]);
  });

  it('H9 takes no page for the reader’s that names no origin and brings no cookie, where no cookie is read either', async () => {
    // A foreign page without referrers, in a browser that sends no Sec-Fetch-Site.
    for (const path of ['/restapi/oauth/revoke', '/restapi/oauth/authorize?client_id=foreign']) {
      await get(path, { origin: 'null' });
    }
    const log = JSON.parse((await get('/sandbox/api/events/backlog?limit=2')).body) as {
      events: { exchange: { caller: string } }[];
    };
    expect(log.events.map(({ exchange }) => exchange.caller)).toEqual(['stranger', 'stranger']);
  });

  it('knows a browser again by a cookie named after the port, on pages that need it alone', async () => {
    const authorize = '/restapi/oauth/authorize?client_id=sandbox-browser';
    const cookie = String((await get(authorize)).headers['set-cookie']);
    expect(cookie).toMatch(
      new RegExp(
        `^sandbox-browser-${server.port}=[A-Za-z0-9_-]{22}; Path=/; HttpOnly; SameSite=Lax$`,
      ),
    );
    const sent = { cookie: `other=1; ${cookie.split(';')[0] ?? ''}` };
    expect((await get(authorize, sent)).headers['set-cookie']).toBeUndefined();
    const foreign = { cookie: `sandbox-browser-${server.port}=short` };
    expect((await get(authorize, foreign)).headers['set-cookie']).toBeDefined();
    for (const path of ['/', '/restapi', '/sandbox/api/apps', '/restapi/oauth/token']) {
      expect((await get(path)).headers['set-cookie'], path).toBeUndefined();
    }
  });

  it('answers on localhost, 127.0.0.1 and [::1] from the first press', async () => {
    for (const name of ['localhost', '127.0.0.1', '[::1]']) {
      const origin = `http://${name}:${server.port}`;
      const { status, body } = await rawRequest(`${origin}/sandbox/api/apps/sandbox-browser`);
      expect(status, name).toBe(200);
      expect(JSON.parse(body).redirectUris, name).toContain(`${origin}/callback/`);
    }
  });

  it('answers what is no request for a page without a 500', async () => {
    const posted = await rawRequest(`${server.origin}/`, { method: 'POST', body: 'x' });
    expect([posted.status, posted.headers['allow']]).toEqual([405, 'GET, HEAD']);
    for (const path of [
      '/%',
      '/%ZZ',
      '/\\..\\outside.txt',
      '/a%00b',
      '/?%ZZ',
      '/restapi%2foauth',
    ]) {
      expect((await get(path)).status, path).toBeLessThan(500);
    }
    expect((await get('/restapi', { host: 'not a host' })).status).toBe(400);
    const head = await rawRequest(`${server.origin}/`, { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
  });
});

describe('a start that fails says what to do, in one line', () => {
  it('a port in use', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const error: unknown = await startServer({ port }).catch((reason: unknown) => reason);
    expect(startProblem(error, port, '127.0.0.1')).toBe(
      `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm start`,
    );
    await new Promise((resolve) => blocker.close(resolve));
  });

  it('a port in use on ::1 alone, which localhost may mean', async () => {
    const blocker = createServer().listen(0, '::1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startServer({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((resolve) => blocker.close(resolve));
    const second = await startServer({ port });
    await second.close();
  });

  it('a host that is not this machine’s', async () => {
    const error: unknown = await startServer({ port: 0, host: '203.0.113.1' }).catch(
      (reason: unknown) => reason,
    );
    expect(startProblem(error, 0, '203.0.113.1')).toMatch(/^HOST 203\.0\.113\.1 is not an address/);
  });

  it('a PORT that is none', () => {
    for (const text of ['http', '-1', '65536', '1.5', '0x10', ' ']) {
      expect(readPort(text), text).toMatchObject({ kind: 'problem' });
    }
    expect(readPort(undefined)).toEqual({ kind: 'port', port: 4321 });
    expect(readPort('0')).toEqual({ kind: 'port', port: 0 });
  });
});
