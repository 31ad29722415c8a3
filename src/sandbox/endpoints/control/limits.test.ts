import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { isErrorCode } from '#protocol/errors/codes.ts';
import { webRandom } from '#protocol/random.ts';
import { appsInAll } from '../../limits.ts';
import { createSandbox } from '../../sandbox.ts';
import { createMemoryStore } from '../../store/memory.ts';
import type { UsageName } from '../../store/usage.ts';
import { makeClock, origin } from '../../testing/test-sandbox.ts';
import { callback, challenge, hidden } from '../../testing/authorize-sandbox.ts';
import { refusalSchema, usageSchema } from './schemas.ts';

/** A sandbox, and those who send to it: each request says from whom it is. */
function makeBox() {
  const store = createMemoryStore();
  const sandbox = createSandbox({ store, clock: makeClock(), random: webRandom });
  let browsers = 0;
  const send = (
    path: string,
    init: RequestInit = {},
    host: { browser: string; isNewBrowser?: boolean } = {
      browser: `new ${(browsers += 1)}`,
      isNewBrowser: true,
    },
  ) => sandbox.fetch(new Request(`${origin}${path}`, init), host);
  const json = (method: string, path: string, body?: unknown) =>
    send(path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const usage = async (): Promise<z.infer<typeof usageSchema>> =>
    usageSchema.parse(await (await send('/sandbox/api/usage')).json());
  const usageOf = async (name: UsageName) => {
    const found = (await usage()).find((one) => one.name === name);
    if (!found) throw new Error(`No store ${name}`);
    return found;
  };
  const number = async (name: UsageName) => (await usageOf(name)).used.number;
  return { store, send, json, usage, usageOf, number };
}

const asked = `/restapi/oauth/authorize?${new URLSearchParams({
  response_type: 'code',
  client_id: 'sandbox-browser',
  redirect_uri: callback,
  code_challenge: challenge,
  code_challenge_method: 'S256',
})}`;
const navigation = {
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
};
const behindTheBack = {
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'no-cors',
  'sec-fetch-dest': 'empty',
};
const framed = { ...navigation, 'sec-fetch-dest': 'iframe' };

const settings = (clientId: string, differences: object = {}) => ({
  clientId,
  name: 'Mine',
  portal: 'classic',
  audience: 'private',
  platformType: 'ServerWeb',
  redirectUris: ['https://app.example/cb'],
  scopes: ['ReadAccounts'],
  ...differences,
});
const longUris = Array.from({ length: 10 }, (_, n) => `https://app.example/${n}`.padEnd(1990, 'x'));

describe('H9 whose share a sign-in is counted in', () => {
  it.each([
    ['a navigation in a browser that was never here', navigation, true, 'sign-ins'],
    ['a browser that came with its cookie', {}, false, 'sign-ins'],
    ['a program', {}, true, 'sign-ins-by-programs'],
    ['another site’s page, behind the reader’s back', behindTheBack, true, 'sign-ins-by-strangers'],
    ['another site’s frame', framed, true, 'sign-ins-by-strangers'],
    [
      'an origin of another site alone',
      { origin: 'https://evil.example' },
      true,
      'sign-ins-by-strangers',
    ],
  ] as const)('%s', async (_, headers, isNewBrowser, name) => {
    const { send, usage } = makeBox();
    const answer = await send(asked, { headers }, { browser: 'one', isNewBrowser });
    expect(answer.status).toBe(200);
    const filled = (await usage()).filter(
      (one) => one.name.startsWith('sign-ins') && one.used.number > 0,
    );
    expect(filled.map((one) => one.name)).toEqual([name]);
  });

  it('who goes on with the cookie of the first page is the reader from then on', async () => {
    const { send, number } = makeBox();
    const host = { browser: 'one', isNewBrowser: true };
    const page = await (await send(asked, {}, host)).text();
    expect(await number('sign-ins-by-programs')).toBe(1);
    const form = new URLSearchParams({
      transaction: hidden(page, 'transaction'),
      user: '+18335550100*101',
      password: 'sandbox-password',
    });
    const answer = await send(
      '/restapi/oauth/authorize/sign-in',
      { method: 'POST', body: form },
      { browser: 'one' },
    );
    expect(answer.status).toBe(303);
    expect(await number('sign-ins-by-programs')).toBe(0);
    expect(await number('sign-ins')).toBe(1);
  });

  it('a sign-in that was open through a flood of others can be finished', async () => {
    const { send } = makeBox();
    const mine = { browser: 'mine' };
    const state = 'x'.repeat(60_000);
    const before = await (await send(asked, { headers: navigation }, mine)).text();
    // More octets than either share has.
    for (const [headers, times] of [[behindTheBack, 40] as const, [{}, 75] as const]) {
      for (let n = 0; n < times; n += 1) {
        const body = new URLSearchParams(`${asked.split('?')[1] ?? ''}&state=${state}`);
        const flood = await send('/restapi/oauth/authorize', { method: 'POST', headers, body });
        expect(flood.status).toBe(200);
      }
    }
    const press = async (path: string, page: string, fields: object) => {
      const body = new URLSearchParams({ transaction: hidden(page, 'transaction'), ...fields });
      return send(`/restapi/oauth/authorize/${path}`, { method: 'POST', body }, mine);
    };
    const user = { user: '+18335550100*101', password: 'sandbox-password' };
    const next = (await press('sign-in', before, user)).headers.get('location') ?? '';
    const consent = await (await send(next, { headers: navigation }, mine)).text();
    const answer = await press('consent', consent, { allow: '1' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/\?code=/);
  });
});

describe('the control API where there is no room', () => {
  it('H9 SANDBOX-LIMIT-1 refuses one app too many, and what is there stays quick to read', async () => {
    const { json, store, usageOf } = makeBox();
    const list = async () => (await json('GET', '/sandbox/api/apps')).text();
    const demo = (JSON.parse(await list()) as unknown[]).length;
    for (let n = demo; n < appsInAll.number; n += 1) {
      expect((await json('POST', '/sandbox/api/apps', settings(`a${n}`))).status).toBe(201);
    }
    const refused = await json('POST', '/sandbox/api/apps', settings('more'));
    expect(refused.status).toBe(507);
    const { errors } = refusalSchema.parse(await refused.json());
    expect(errors).toEqual([
      {
        path: '',
        message:
          'The sandbox has no room for more apps or longer settings: delete some apps or reset it.',
        code: 'SANDBOX-LIMIT-1',
      },
    ]);
    expect(isErrorCode(errors[0]?.code ?? '')).toBe(true);
    expect(await store.apps.get('more')).toBeUndefined();
    expect((await usageOf('apps')).nearlyFull).toBe(true);
    expect((await list()).length).toBeLessThan(1_500_000);
    await json('DELETE', '/sandbox/api/apps/a100');
    expect((await json('POST', '/sandbox/api/apps', settings('more'))).status).toBe(201);
  });

  it('SANDBOX-LIMIT-1 refuses an app that grows, and lets it shrink', async () => {
    const { json, usageOf } = makeBox();
    let made = 0;
    const large = (clientId: string) => settings(clientId, { redirectUris: longUris });
    while ((await json('POST', '/sandbox/api/apps', large(`l${made}`))).status === 201) made += 1;
    expect(made).toBeGreaterThan(100);
    const { used, of } = await usageOf('apps');
    expect(used.octets).toBeLessThanOrEqual(of.octets);
    const small = await json('POST', '/sandbox/api/apps', settings('small'));
    expect(small.status).toBe(201);
    const grown = await json('PATCH', '/sandbox/api/apps/small', { redirectUris: longUris });
    expect(grown.status).toBe(507);
    expect(await grown.json()).toMatchObject({ errors: [{ code: 'SANDBOX-LIMIT-1' }] });
    const secret = await json('POST', '/sandbox/api/apps/small/secret');
    expect(secret.status).toBe(200);
    const shrunk = await json('PATCH', '/sandbox/api/apps/l0', { redirectUris: [] });
    expect(shrunk.status).toBe(200);
    const next = await json('PATCH', '/sandbox/api/apps/small', { redirectUris: longUris });
    expect(next.status).toBe(200);
  });

  it('other refusals have no code', async () => {
    const { json } = makeBox();
    const refused = await json('POST', '/sandbox/api/apps', settings('sandbox-browser'));
    expect(refused.status).toBe(409);
    expect(await refused.json()).toEqual({
      errors: [{ path: 'clientId', message: 'Another app has this client id.' }],
    });
  });
});

describe('GET /sandbox/api/usage', () => {
  it('tells of every store, and that none is nearly full at the start', async () => {
    const { usage } = makeBox();
    const all = await usage();
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { name, used, of, nearlyFull } of all) {
      expect(nearlyFull, name).toBe(false);
      expect(used.number, name).toBeLessThan(of.number);
    }
    expect(all.find(({ name }) => name === 'apps')?.used.number).toBe(11);
  });
});
