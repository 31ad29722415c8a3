import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { webRandom } from '#protocol/random.ts';
import { createSandbox } from '../sandbox.ts';
import { basic, makeClock } from '../testing/test-sandbox.ts';
import { createIndexedDbStore } from './indexeddb.ts';
import { presets } from '../policy.ts';

let databases = 0;
const fresh = () => `worker-${(databases += 1)}`;

const origin = 'http://localhost:4321';
const sandboxOver = (name: string) => {
  const store = createIndexedDbStore(name);
  const sandbox = createSandbox({
    store,
    clock: makeClock(),
    random: webRandom,
    stylesheet: 'a{}',
  });
  const send = (path: string, init: RequestInit = {}) =>
    sandbox.fetch(new Request(`${origin}${path}`, init), { browser: 'one' });
  return { store, send };
};
const login: RequestInit = {
  method: 'POST',
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    ...basic('sandbox-server-only'),
  },
  body: 'grant_type=password&username=%2B18335550100*101&password=sandbox-password',
};

afterEach(() => vi.restoreAllMocks());

describe('the store in IndexedDB, behind a worker that is stopped at will', () => {
  it('finds policy, overrides, clock, apps, sessions and events again', async () => {
    const name = fresh();
    const first = sandboxOver(name);
    const tokens = (await (await first.send('/restapi/oauth/token', login)).json()) as {
      access_token: string;
    };
    await first.store.policy.put({ ...presets.strict, codeLifetimeSeconds: 7 });
    await first.store.policy.putOverrides('sandbox-browser', { pkce: 'all' });
    await first.store.clock.putOffsetSeconds(5);
    const id = await first.store.browserId(webRandom);
    await first.store.close();

    const second = sandboxOver(name);
    expect(await second.store.policy.get()).toEqual({ ...presets.strict, codeLifetimeSeconds: 7 });
    expect(await second.store.policy.getOverrides('sandbox-browser')).toEqual({ pkce: 'all' });
    expect(await second.store.clock.getOffsetSeconds()).toBe(5);
    expect(await second.store.browserId(webRandom)).toBe(id);
    const answer = await second.send('/restapi/v1.0/account/~/extension/~', {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(answer.status).toBe(200);
    const { events } = await second.store.events.after({ clientId: 'sandbox-server-only' }, 0);
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(second.store.generation?.()).toBe(0);
  });

  it('AS-127 spends a code once over two workers', async () => {
    const name = fresh();
    const workers = [createIndexedDbStore(name), createIndexedDbStore(name)];
    await workers[0]?.codes.add({
      code: 'c',
      clientId: 'app',
      userId: 1,
      redirectUri: 'http://localhost/cb',
      redirectUriSent: true,
      scopes: [],
      issuedAt: 0,
    });
    const wins = await Promise.all(
      [...workers, ...workers, ...workers].map((store) => store.codes.spend('c', 1)),
    );
    expect(wins.filter(Boolean)).toHaveLength(1);
  });

  it('seeds the demo apps again when the reader clears the site’s data under it', async () => {
    const name = fresh();
    const { send, store } = sandboxOver(name);
    expect((await send('/restapi/oauth/token', login)).status).toBe(200);
    await deleteDB(name);
    expect((await send('/restapi/oauth/token', login)).status).toBe(200);
    expect(store.generation?.()).toBe(2);
    expect((await store.sessions.list()).length).toBe(1);
  });

  it('reads none of a user’s sessions that stay, however many there are, when one more begins', async () => {
    const store = createIndexedDbStore(fresh());
    const add = (n: number, limit: number) =>
      store.sessions.add(
        {
          id: `s${n}`,
          clientId: 'app',
          userId: 1,
          grantType: 'password',
          scopes: [],
          endpointId: 'e',
          createdAt: n,
          lastUsedAt: n,
        },
        limit,
        n,
      );
    for (let n = 0; n < 10; n += 1) await add(n, 1000);
    const read = vi.spyOn(IDBIndex.prototype, 'getAll');
    await add(10, 1000);
    expect(read.mock.calls).toEqual([]);
    await add(11, 10);
    expect(read.mock.calls.filter(([key]) => key === '1 app')).toEqual([['1 app', 2]]);
    const ids = (await store.sessions.list()).map(({ id }) => id);
    expect(ids).toEqual(['s2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10', 's11']);
  });

  it('reads nothing that a schema would not pass, and a policy without a new field is whole', async () => {
    const name = fresh();
    const store = createIndexedDbStore(name);
    const { pkce, ...older } = presets.strict;
    expect(pkce).toBe('public');
    await store.policy.put(older as typeof presets.strict);
    await store.policy.putOverrides('app', { pkce: 'nonsense' as 'all' });
    await store.clock.putOffsetSeconds(Number.NaN);
    await store.apps.add({ clientId: 'app', name: 'x' } as Parameters<typeof store.apps.add>[0]);
    expect(await store.policy.get()).toEqual({ ...presets.strict, pkce: 'optional' });
    expect(await store.policy.getOverrides('app')).toEqual({});
    expect(await store.clock.getOffsetSeconds()).toBe(0);
    expect(await store.apps.get('app')).toBeUndefined();
    expect(await store.apps.list()).toEqual([]);
  });

  it('tells a full store from a blocked one, in an envelope, and on a page where a browser shows it', async () => {
    const { send, store } = sandboxOver(fresh());
    expect((await send('/restapi')).status).toBe(200);
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full);
    const token = await send('/restapi/oauth/token', login);
    expect(token.status).toBe(503);
    expect(await token.json()).toMatchObject({
      error: 'temporarily_unavailable',
      errors: [{ errorCode: 'SANDBOX-STORE-1' }],
    });
    const authorize = await send(
      `/restapi/oauth/authorize?response_type=code&client_id=sandbox-browser&redirect_uri=${encodeURIComponent(`${origin}/callback/`)}`,
    );
    expect(authorize.status).toBe(503);
    expect(authorize.headers.get('location')).toBeNull();
    expect(await authorize.text()).toContain('The browser has no room left for the sandbox');
    // What only reads goes on, its log entry lost.
    expect((await send('/.well-known/oauth-authorization-server')).status).toBe(200);
    vi.restoreAllMocks();
    await store.close();

    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const blocked = sandboxOver(fresh());
    const answer = await blocked.send('/restapi/oauth/token', login);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ errors: [{ errorCode: 'SANDBOX-STORE-2' }] });
    expect((await blocked.send('/sandbox/pages.css')).status).toBe(200);
    // Storage that is allowed again works again.
    vi.restoreAllMocks();
    expect((await blocked.send('/restapi/oauth/token', login)).status).toBe(200);
  });
});
