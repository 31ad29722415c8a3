import { describe, expect, it } from 'vitest';
import { webRandom } from '#protocol/random.ts';
import { createSandbox, isSandboxPath } from './sandbox.ts';
import { createMemoryStore } from './store/memory.ts';
import { basic, makeClock, makeTestSandbox } from './testing/test-sandbox.ts';

const only = basic('sandbox-server-only');
const login = {
  grant_type: 'password',
  username: '+18335550100*101',
  password: 'sandbox-password',
};

describe('the sandbox', () => {
  it('knows its paths', () => {
    for (const path of [
      '/restapi',
      '/restapi/',
      '/restapi/oauth/token',
      '/restapi/oauth/unknown',
      '/restapi/v1.0/account/~/extension/~',
      '/sandbox/api/apps',
      '/sandbox/unknown',
      '/.well-known/oauth-authorization-server',
    ]) {
      expect(isSandboxPath(path), path).toBe(true);
    }
    for (const path of [
      '/',
      '/sandbox/host.json',
      '/sandbox/openapi.json',
      '/restapix',
      '/callback/',
      '/reference/errors/',
      '/.well-known/security.txt',
      '/__proto__',
    ]) {
      expect(isSandboxPath(path), path).toBe(false);
    }
  });

  it('answers an unknown path with the API’s envelope', async () => {
    const box = makeTestSandbox();
    for (const path of ['/restapi/oauth/unknown', '/restapi/oauth/authorize/unknown']) {
      const response = await box.send(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ errorCode: 'AGW-404' });
    }
  });

  it.each(['http://localhost:4999', 'http://127.0.0.1:4999', 'http://[::1]:4999'])(
    'registers the callback on every loopback name, whoever comes first: %s',
    async (origin) => {
      const store = createMemoryStore();
      const sandbox = createSandbox({ store, clock: makeClock(), random: webRandom });
      await sandbox.fetch(new Request(`${origin}/restapi`), { browser: 'b' });
      expect((await store.apps.get('sandbox-browser'))?.redirectUris).toEqual([
        'http://localhost:4999/callback/',
        'http://127.0.0.1:4999/callback/',
        'http://[::1]:4999/callback/',
        'http://localhost:5000/oauth2callback',
      ]);
    },
  );

  it('keeps each exchange in the log of the app it named, its secrets masked, under its rule', async () => {
    const box = makeTestSandbox();
    await box.token(login, only);
    await box.token({ ...login, password: 'wrong' }, only);
    await box.token(login, basic('made-up'));
    const exchanges = await box.logOf('sandbox-server-only');
    expect(exchanges.map(({ response }) => response?.status)).toEqual([200, 400]);
    const [first, second] = exchanges;
    expect(first).toMatchObject({
      from: 'app',
      to: 'authorization-server',
      clientId: 'sandbox-server-only',
      request: { method: 'POST', url: 'http://localhost:4321/restapi/oauth/token' },
    });
    expect(first?.request.body).toContain('password=masked-password-1-16chars');
    expect(first?.response?.body).toContain('"access_token":"masked-access_token-1-');
    expect(second?.rule).toBe('AS-137');
    // A made-up id gets no log of its own.
    expect(await box.logOf('made-up')).toEqual([]);
    expect(await box.logOf('')).toHaveLength(1);
  });

  it('moves with its own clock', async () => {
    const box = makeTestSandbox();
    const code = await box.addCode();
    await box.store.clock.putOffsetSeconds(61);
    const response = await box.token(
      { grant_type: 'authorization_code', code, redirect_uri: 'http://localhost:4321/callback/' },
      basic('sandbox-server-web'),
    );
    expect(await response.json()).toMatchObject({ errors: [{ errorCode: 'OAU-108' }] });
  });

  it('prepares the key once, and never fails at it', async () => {
    const store = createMemoryStore();
    const sandbox = createSandbox({ store, clock: makeClock(), random: webRandom });
    await sandbox.prepare();
    const key = await store.signingKey.get();
    await sandbox.prepare();
    expect((await store.signingKey.get())?.kid).toBe(key?.kid);
    store.signingKey.get = () => Promise.reject(new Error('storage is gone'));
    await sandbox.prepare();
  });

  it('makes one key, however many ask for it at the same time', async () => {
    const store = createMemoryStore();
    const sandbox = createSandbox({ store, clock: makeClock(), random: webRandom });
    const ask = async () => {
      const request = new Request('http://localhost:4321/restapi/oauth/jwks');
      return (await sandbox.fetch(request, { browser: 'b' })).text();
    };
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(answers).size).toBe(1);
  });

  it('answers server_error, without its insides, when it fails itself', async () => {
    const store = createMemoryStore();
    store.sessions.add = () => Promise.reject(new Error('secret detail'));
    const sandbox = createSandbox({ store, clock: makeClock(), random: webRandom });
    const response = await sandbox.fetch(
      new Request('http://localhost:4321/restapi/oauth/token', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...only },
        body: new URLSearchParams(login),
      }),
      { browser: 'b' },
    );
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain('server_error');
    expect(text).not.toContain('secret detail');
  });

  it.each([
    [200, new URLSearchParams(login).toString()],
    [413, 'x'.repeat(65_537)],
  ])('reads a body in a browser that streams none: %i', async (status, body) => {
    const store = createMemoryStore();
    const sandbox = createSandbox({ store, clock: makeClock(), random: webRandom });
    const request = new Request('http://localhost:4321/restapi/oauth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...only },
      body,
    });
    Object.defineProperty(request, 'body', { value: undefined });
    expect((await sandbox.fetch(request, { browser: 'b' })).status).toBe(status);
  });

  it('bounds a body of unknown length while it is read', async () => {
    const box = makeTestSandbox();
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 16_384;
        controller.enqueue(new Uint8Array(16_384).fill(97));
      },
    });
    const response = await box.send('/restapi/oauth/token', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(200_000);
  });
});
