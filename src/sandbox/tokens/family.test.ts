import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { webRandom } from '#protocol/random.ts';
import { createSandbox } from '../sandbox.ts';
import { createIndexedDbStore } from '../store/indexeddb.ts';
import { createMemoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';
import { basic, makeClock, origin } from '../testing/test-sandbox.ts';
import type { TokenBody } from '../testing/test-sandbox.ts';

const only = basic('sandbox-server-only');

/** A session of which every refresh token is rotated, `rotations` times. */
async function rotated(store: Store, rotations: number) {
  const sandbox = createSandbox({ store, clock: makeClock(), random: webRandom });
  const post = async (form: Record<string, string>, headers = only) => {
    const request = new Request(`${origin}/restapi/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form).toString(),
    });
    const response = await sandbox.fetch(request, { browser: 'b' });
    const body = (await response.json()) as TokenBody;
    return { ...body, status: response.status, rule: response.headers.get('sandbox-rule') };
  };
  const login = { username: '+18335550100*101', password: 'sandbox-password' };
  await post({ grant_type: 'password', ...login });
  await store.policy.put({ ...(await store.policy.get()), rotation: 'reuse-detection' });
  const refresh = (token: string, headers = only) =>
    post({ grant_type: 'refresh_token', refresh_token: token }, headers);
  const first = await post({ grant_type: 'password', ...login });
  const all = [first];
  for (let n = 0; n < rotations; n += 1) {
    const next = await refresh((all.at(-1) as TokenBody).refresh_token);
    expect(next.status).toBe(200);
    all.push(next);
  }
  return { refresh, all, last: all.at(-1) as TokenBody, first };
}

let databases = 0;
const indexedDb = () => createIndexedDbStore(`family-${(databases += 1)}`);

describe('AS-144 a refresh token is known as used, however long ago', () => {
  it.each([
    ['memory', createMemoryStore, 101],
    ['memory', createMemoryStore, 10_000],
    ['IndexedDB', indexedDb, 130],
  ] as const)(
    'in %s the first of many ends the family',
    async (_, createStore, rotations) => {
      const store = createStore();
      const { refresh, first, last } = await rotated(store, rotations);
      // What knows it is the token itself: its record is gone.
      expect(await store.tokens.getRefresh(first.refresh_token)).toBeUndefined();
      expect(await refresh(first.refresh_token)).toMatchObject({ status: 400, rule: 'AS-144' });
      expect(await refresh(last.refresh_token)).toMatchObject({ status: 400, rule: 'AS-148' });
      expect(await store.tokens.getAccess(last.access_token)).toMatchObject({
        endedWithSession: true,
      });
      // And after the end it is what every token of an ended session is.
      expect(await refresh(first.refresh_token)).toMatchObject({ status: 400, rule: 'AS-148' });
    },
    60_000,
  );

  it('a token with a letter changed, or another app, ends nothing', async () => {
    const { refresh, first, last } = await rotated(createMemoryStore(), 101);
    const token = first.refresh_token;
    expect(token).toHaveLength(72);
    for (let at = 0; at < token.length; at += 1) {
      const changed = `${token.slice(0, at)}${token[at] === 'x' ? 'y' : 'x'}${token.slice(at + 1)}`;
      expect(await refresh(changed)).toMatchObject({ status: 400, rule: 'AS-141' });
    }
    for (const other of [token.slice(0, -1), `${token}A`, token.toLowerCase()]) {
      expect(await refresh(other)).toMatchObject({ status: 400, rule: 'AS-141' });
    }
    const stranger = await refresh(token, basic('sandbox-server-web'));
    expect(stranger).toMatchObject({ status: 400, rule: 'AS-141' });
    expect((await refresh(last.refresh_token)).status).toBe(200);
  });

  it('AS-009 holds no part that another token of its family tells', async () => {
    const { all } = await rotated(createMemoryStore(), 500);
    const tails = all.map(({ refresh_token: token }) => token.slice(42));
    // 180 bits: nothing repeats, at any place.
    for (let at = 0; at < 30; at += 1) {
      expect(new Set(tails.map((tail) => tail[at])).size).toBeGreaterThan(55);
    }
    expect(new Set(tails.map((tail) => tail.slice(0, 18))).size).toBe(501);
    expect(new Set(tails.map((tail) => tail.slice(18))).size).toBe(501);
  });
});
