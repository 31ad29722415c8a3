import { exchangeSchema } from '#protocol/exchange.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { basic } from '#sandbox/testing/test-sandbox.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import type { Store } from '#sandbox/store/store.ts';
import { rawRequest } from '../support/raw-request.ts';

let site: string;
let server: RunningServer;
let store: Store;
/** Every verb of the store that was called, such as `transactions.add`. */
let called: string[] = [];

/** Tells of each call; what it calls is the real one. */
function watched(real: Store): Store {
  const watched = (name: string, verbs: object): object =>
    new Proxy(verbs, {
      get: (target, verb, self) => {
        const found: unknown = Reflect.get(target, verb, self);
        if (typeof found !== 'function') return found;
        return (...words: unknown[]): unknown => {
          called.push(`${name}.${String(verb)}`);
          return Reflect.apply(found, target, words);
        };
      },
    });
  return new Proxy(real, {
    get: (target, name, self) => {
      const found: unknown = Reflect.get(target, name, self);
      return typeof found === 'object' && found !== null ? watched(String(name), found) : found;
    },
  });
}

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'head-'));
  mkdirSync(join(site, 'flows'));
  writeFileSync(join(site, 'index.html'), '<!doctype html>home');
  writeFileSync(join(site, '404.html'), '<!doctype html>missing');
  writeFileSync(join(site, 'flows', 'index.html'), '<!doctype html>flows');
  store = watched(createMemoryStore());
  server = await startServer({ port: 0, site, store });
  // With a site the server makes its signing key in the background, whatever is asked of it.
  await vi.waitFor(() => expect(called).toContain('signingKey.add'), { timeout: 30_000 });
});
afterAll(async () => {
  await server.close();
  rmSync(site, { recursive: true });
});

const send = (method: string, path: string, headers: Record<string, string> = {}) =>
  rawRequest(server.origin + path, { method, headers });

const authorize = (more: Record<string, string> = {}) =>
  `/restapi/oauth/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: 'sandbox-server-web',
    redirect_uri: `http://localhost:${server.port}/callback/`,
    ...more,
  }).toString()}`;

async function accessToken(): Promise<string> {
  const { body } = await rawRequest(`${server.origin}/restapi/oauth/token`, {
    method: 'POST',
    headers: {
      ...basic('sandbox-server-only'),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=password&username=101%40sandbox.example&password=sandbox-password',
  });
  return String(JSON.parse(body).access_token);
}

const changing = /\.(?:add|put|take|spend|set|end|swap|revoke|note|remove|reset)/;

/** What differs between any two answers: when, which, and to which browser for the first time. */
const own = new Set(['date', 'rcrequestid', 'set-cookie', 'transfer-encoding', 'content-length']);

function lasting(headers: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(headers).filter(([name]) => !own.has(name));
  // The exchange that `Link` leads to is the answer's own.
  return Object.fromEntries(
    kept.map(([name, value]) => [name, String(value).replace(/#event=[^>]+/, '#event=')]),
  );
}

describe('HEAD is answered as GET is, without a body (RFC 9110 section 9.3.2)', () => {
  it.each([
    ['a sign-in page', () => authorize()],
    ['a refusal that is a page', () => authorize({ client_id: 'nobody' })],
    ['a refusal by redirect', () => authorize({ response_type: 'nothing' })],
    ['the form of a sign-in, which takes POST', () => '/restapi/oauth/authorize/sign-in'],
    ['the token endpoint, which takes POST', () => '/restapi/oauth/token'],
    ['metadata', () => '/.well-known/oauth-authorization-server'],
    ['metadata under its other name', () => '/.well-known/openid-configuration'],
    ['the keys', () => '/restapi/oauth/jwks'],
    ['the root of the API', () => '/restapi'],
    ['the API without a token', () => '/restapi/v1.0/account/~/extension/~'],
    ['an unknown path of the API', () => '/restapi/v9'],
    ['the style of the pages', () => '/sandbox/pages.css'],
    ['apps', () => '/sandbox/api/apps'],
    ['an unknown app', () => '/sandbox/api/apps/nobody'],
    ['an act, which takes POST', () => '/sandbox/api/apps/sandbox-browser/acts'],
    ['an unknown path of the control API', () => '/sandbox/api/nothing'],
    ['events of an unknown app', () => '/sandbox/api/events?clientId=nobody'],
    ['a page of the site', () => '/'],
    ['a page without its slash', () => '/flows'],
    ['a page that is not there', () => '/nothing/'],
    ['what the host says it is', () => '/sandbox/host.json'],
    ['the description of the control API', () => '/sandbox/openapi.json'],
    ['the worker that retires', () => '/sw.js'],
  ])('%s', async (_, path) => {
    const got = await send('GET', path());
    called = [];
    const head = await send('HEAD', path());
    expect(called.filter((verb) => changing.test(verb))).toEqual([]);
    expect([head.status, head.body]).toEqual([got.status, '']);
    expect(lasting(head.headers)).toEqual(lasting(got.headers));
    const length = head.headers['content-length'];
    if (length !== undefined) expect(Number(length)).toBe(Buffer.byteLength(got.body));
  });

  it('with the length of a page, a document and an answer of the API', async () => {
    const token = await accessToken();
    for (const path of [
      authorize(),
      '/.well-known/oauth-authorization-server',
      '/restapi/oauth/jwks',
      '/restapi/v1.0/account/~/extension/~',
    ]) {
      const headers = { authorization: `Bearer ${token}` };
      const got = await send('GET', path, headers);
      const head = await send('HEAD', path, headers);
      expect(got.status, path).toBe(200);
      expect(Number(head.headers['content-length']), path).toBe(Buffer.byteLength(got.body));
    }
  });

  it('the consent page of a sign-in that is under way, which stays as it is', async () => {
    const begun = await send('GET', authorize());
    const cookie = begun.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const hidden = (name: string): string =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(begun.body)?.[1] ?? '';
    const signedIn = await rawRequest(`${server.origin}/restapi/oauth/authorize/sign-in`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        transaction: hidden('transaction'),
        user: '+18335550100*101',
        password: 'sandbox-password',
        'sign-in': '1',
      }).toString(),
    });
    const consent = String(signedIn.headers.location);
    expect([signedIn.status, consent]).toEqual([303, expect.stringContaining('transaction=')]);
    called = [];
    const head = await send('HEAD', consent, { cookie });
    expect(called.filter((verb) => changing.test(verb))).toEqual([]);
    const got = await send('GET', consent, { cookie });
    expect([head.status, head.body, got.status]).toEqual([200, '', 200]);
    expect(Number(head.headers['content-length'])).toBe(Buffer.byteLength(got.body));
    expect((await send('HEAD', consent)).status, 'of another browser').toBe(400);
    const name = cookie.split('=')[0] ?? '';
    const two = `${name}=AAAAAAAAAAAAAAAAAAAAAA; ${cookie}`;
    expect((await send('GET', consent, { cookie: two })).status, 'two of a name').toBe(200);
  });

  it('and Allow lists it beside GET', async () => {
    const allow = async (path: string) => (await send('DELETE', path)).headers['allow'];
    expect(await allow('/restapi/oauth/authorize')).toBe('GET, HEAD, POST');
    expect(await allow('/restapi/oauth/jwks')).toBe('GET, HEAD');
    expect(await allow('/restapi')).toBe('GET, HEAD');
    expect(await allow('/sandbox/pages.css')).toBe('GET, HEAD');
    expect(await allow('/sandbox/api/clock')).toBe('GET, HEAD, PUT');
    expect(await allow('/restapi/oauth/token')).toBe('POST');
    expect(await allow('/')).toBe('GET, HEAD');
  });
});

describe('HEAD changes nothing', () => {
  it('no transaction, no cookie; GET makes both', async () => {
    await send('GET', '/restapi');
    called = [];
    const head = await send('HEAD', authorize());
    expect(called.filter((verb) => changing.test(verb))).toEqual([]);
    expect(head.headers['set-cookie']).toBeUndefined();
    const got = await send('GET', authorize());
    expect(called).toContain('transactions.add');
    expect(got.headers['set-cookie']).toBeDefined();
  });

  it('no rate is counted, and one that is used up is told', async () => {
    await store.policy.put({ ...(await store.policy.get()), rateLimit: true });
    const path = authorize({ client_id: 'sandbox-no-refresh' });
    for (let index = 0; index < 8; index += 1) {
      expect((await send('HEAD', path)).status).toBe(200);
    }
    for (let index = 0; index < 5; index += 1) {
      expect((await send('GET', path)).status).toBe(200);
    }
    expect((await send('HEAD', path)).status).toBe(429);
    await store.policy.put({ ...(await store.policy.get()), rateLimit: false });
  });

  it('no use of a token is noted', async () => {
    const headers = { authorization: `Bearer ${await accessToken()}` };
    called = [];
    expect((await send('HEAD', '/restapi/v1.0/account/~/extension/~', headers)).status).toBe(200);
    expect(called.filter((verb) => changing.test(verb))).toEqual([]);
    await send('GET', '/restapi/v1.0/account/~/extension/~', headers);
    expect(called).toContain('tokens.markUsed');
  });

  it('a stream ends at once and listens to nothing', async () => {
    const real = createMemoryStore();
    let listeners = 0;
    const subscribe = (clientId: string | undefined, listener: () => void) => {
      const stop = real.events.subscribe(clientId, listener);
      listeners += 1;
      return () => {
        listeners -= 1;
        stop();
      };
    };
    const own = { ...real, events: { ...real.events, subscribe } };
    const { origin, close } = await startServer({ port: 0, store: own });
    const head = await rawRequest(`${origin}/sandbox/api/events`, { method: 'HEAD' });
    expect([head.status, head.body, listeners]).toEqual([200, '', 0]);
    expect(head.headers['content-type']).toBe('text/event-stream');
    await close();
  });

  it('and the log shows a HEAD, with an answer that has no body', async () => {
    await send('HEAD', authorize({ state: 'a-head-of-mine' }));
    const { events } = await store.events.after({ clientId: 'sandbox-server-web' }, 0);
    const { request, response } = exchangeSchema.parse(JSON.parse(events.at(-1)?.text() ?? ''));
    expect(request).toMatchObject({ method: 'HEAD' });
    expect(request.url).toContain('a-head-of-mine');
    expect(response).toMatchObject({ status: 200 });
    expect(response).not.toHaveProperty('body');
  });
});
