import { beforeEach, describe, expect, it } from 'vitest';
import type { AppSettings } from '#app-settings/app.ts';
import { createMyApps } from '#islands/my-apps/my-apps.ts';
import { createSandboxApi, type SandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import { webRandom } from '#protocol/random.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import { createTryIt } from './try-it.ts';

const origin = 'http://localhost:4321';
const callback = `${origin}/callback/`;
let api: SandboxApi;
let now: number;

const app: AppSettings = {
  name: 'Shop',
  portal: 'classic',
  audience: 'private',
  platformType: 'ServerWeb',
  issueRefreshTokens: true,
  redirectUris: ['https://shop.example/cb'],
  scopes: ['ReadAccounts'],
};

function tab() {
  const stored = new Map<string, string>();
  return createMyApps({
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
    removeItem: (key) => void stored.delete(key),
  });
}

beforeEach(() => {
  now = 1_700_000_000_000;
  const sandbox = createSandbox({
    store: createMemoryStore(),
    clock: { now: () => now },
    random: webRandom,
    siteOrigins: [origin],
  });
  api = createSandboxApi({ origin, fetch: (request) => sandbox.fetch(request, { browser: '' }) });
});

async function made(tried: Promise<{ kind: string; href?: string }>) {
  const { href = '' } = await tried;
  const clientId = new URLSearchParams(href.split('#')[1]).get('app') ?? '';
  const answer = await api.getApp(clientId);
  if (answer.kind !== 'done') throw new Error(`No app ${clientId}`);
  return { href, app: answer.value };
}

describe('trying settings in the sandbox', () => {
  it('makes the app with the same settings and this site’s callback, and keeps it in the tab', async () => {
    const myApps = tab();
    const tried = await made(createTryIt({ origin, api, myApps }).prepare(app, 'auth-code'));
    expect(tried.app).toMatchObject({
      ...app,
      redirectUris: [callback, 'https://shop.example/cb'],
    });
    expect(tried.href).toBe(`/playground/#flow=auth-code&app=${tried.app.clientId}`);
    expect(myApps.rememberedApps().apps.map(({ clientId }) => clientId)).toEqual([
      tried.app.clientId,
    ]);
  });

  it('takes the same app again, for another flow too, until it is changed', async () => {
    const tryIt = createTryIt({ origin, api, myApps: tab() });
    const first = await made(tryIt.prepare(app, 'auth-code'));
    const second = await made(tryIt.prepare(app, 'password'));
    expect(second.app.clientId).toBe(first.app.clientId);
    await api.updateApp(first.app.clientId, { scopes: [] });
    const third = await made(tryIt.prepare(app, 'auth-code'));
    expect(third.app.clientId).not.toBe(first.app.clientId);
  });

  it('takes the same app again in another tab, whatever it is called there, and keeps it in that tab', async () => {
    const first = await made(createTryIt({ origin, api, myApps: tab() }).prepare(app, 'auth-code'));
    const otherTab = tab();
    const tryIt = createTryIt({ origin, api, myApps: otherTab });
    const reordered = { ...app, name: 'My app', redirectUris: [...app.redirectUris, callback] };
    const second = await made(tryIt.prepare(reordered, 'auth-code'));
    expect(second.app.clientId).toBe(first.app.clientId);
    expect(otherTab.rememberedApps().apps.map(({ clientId }) => clientId)).toEqual([
      first.app.clientId,
    ]);
    const other = await made(tryIt.prepare({ ...app, issueRefreshTokens: false }, 'auth-code'));
    expect(other.app.clientId, 'another setting is another app').not.toBe(first.app.clientId);
  });

  it('takes this tab’s own before another’s', async () => {
    const mine = tab();
    const own = await api.createApp({ ...app, redirectUris: [callback, ...app.redirectUris] });
    if (own.kind === 'done') mine.rememberApp(own.value);
    now += 1000;
    await api.createApp({ ...app, redirectUris: [callback, ...app.redirectUris] });
    const tried = await made(createTryIt({ origin, api, myApps: mine }).prepare(app, 'auth-code'));
    expect(own).toMatchObject({ value: { clientId: tried.app.clientId } });
  });

  it('leaves the demo apps to the guides', async () => {
    const demo = await api.getApp('sandbox-jwt');
    if (demo.kind !== 'done') throw new Error('No demo app');
    const tryIt = createTryIt({ origin, api, myApps: tab() });
    const { portal, audience, methods = [], redirectUris, scopes } = demo.value;
    const settings = { name: 'Mine', portal, audience, methods, redirectUris, scopes };
    const tried = await made(tryIt.prepare(settings, 'jwt'));
    expect(tried.app).toMatchObject({ demo: false });
  });

  it('leaves an app without a redirect URI without one: that is what X21 refuses', async () => {
    const tryIt = createTryIt({ origin, api, myApps: tab() });
    const { app: bare } = await made(tryIt.prepare({ ...app, redirectUris: [] }, 'auth-code'));
    expect(bare.redirectUris).toEqual([]);
  });

  it('keeps to ten redirect URIs', async () => {
    const redirectUris = Array.from({ length: 10 }, (_, index) => `https://shop.example/${index}`);
    const tryIt = createTryIt({ origin, api, myApps: tab() });
    const { app: full } = await made(tryIt.prepare({ ...app, redirectUris }, 'auth-code'));
    expect(full.redirectUris).toEqual([callback, ...redirectUris.slice(0, 9)]);
  });

  it('says what the sandbox objects to', async () => {
    const tryIt = createTryIt({ origin: 'http://192.0.2.1', api, myApps: tab() });
    expect(await tryIt.prepare(app, 'auth-code')).toMatchObject({
      kind: 'failed',
      words: expect.stringContaining('http is for localhost'),
    });
  });

  it('says that nobody answers', async () => {
    const down = createSandboxApi({ origin, fetch: () => Promise.reject(new TypeError('failed')) });
    const tried = await createTryIt({ origin, api: down, myApps: tab() }).prepare(app, 'jwt');
    expect(tried).toMatchObject({
      kind: 'failed',
      words: expect.stringContaining('does not answer'),
    });
  });
});
