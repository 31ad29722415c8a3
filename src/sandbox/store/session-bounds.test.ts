import 'fake-indexeddb/auto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import {
  endedSessionsPerApp,
  mostAccessTokens,
  mostChallenges,
  mostReplacedTokens,
  sessionsInAll,
  sessionsPerApp,
} from '../limits.ts';
import { basic, makeTestSandbox, read } from '../testing/test-sandbox.ts';
import { createIndexedDbStore } from './indexeddb.ts';
import { createMemoryStore } from './memory.ts';
import type { AccessTokenRecord, RefreshTokenRecord, SessionRecord } from './records.ts';
import type { Store } from './store.ts';

const session = (
  id: string,
  clientId: string,
  differences: Partial<SessionRecord> = {},
): SessionRecord => ({
  id,
  clientId,
  userId: 1,
  grantType: 'password',
  scopes: [],
  endpointId: 'e',
  createdAt: 0,
  lastUsedAt: 0,
  ...differences,
});
const access = (token: string, sessionId: string, clientId = 'theirs'): AccessTokenRecord => ({
  token,
  sessionId,
  clientId,
  userId: 1,
  scopes: [],
  issuedAt: 0,
  expiresAt: 1000,
});
const refresh: (...of: Parameters<typeof access>) => RefreshTokenRecord = access;

/** A session that weighs so much that a share is full of few. */
const heavy = (id: string, clientId: string, part: number) =>
  session(id, clientId, { scopes: ['x'.repeat(Math.floor(sessionsPerApp.octets / part))] });

async function addMine(store: Store) {
  await store.sessions.add(session('mine', 'mine'), 5, 0);
  await store.tokens.addPair(access('a', 'mine', 'mine'), refresh('r', 'mine', 'mine'));
}
async function expectMine(store: Store) {
  expect((await store.sessions.get('mine'))?.id).toBe('mine');
  expect(await store.tokens.getAccess('a')).toBeDefined();
  expect(await store.tokens.getRefresh('r')).toBeDefined();
}
const usageOf = async (store: Store) => {
  const found = (await store.usage()).find(({ name }) => name === 'sessions');
  if (!found) throw new Error('No store of sessions');
  return found;
};
const none = { octets: 0, number: 0 };

let databases = 0;
const stores: Record<string, () => Store> = {
  memory: createMemoryStore,
  IndexedDB: () => createIndexedDbStore(`sessions-${(databases += 1)}`),
};

describe.each(Object.entries(stores))('sessions and tokens in %s', (_, createStore) => {
  it('an app that signs in without end loses its own oldest, and no other app any', async () => {
    const store = createStore();
    await addMine(store);
    for (let n = 0; n < 40; n += 1) {
      await store.sessions.add({ ...heavy(`theirs ${n}`, 'theirs', 10), userId: n }, 5, n);
    }
    await expectMine(store);
    expect(await store.sessions.get('theirs 29')).toBeUndefined();
    expect(await store.sessions.get('theirs 39')).toBeDefined();
    const { used } = await usageOf(store);
    expect(used.octets).toBeLessThan(sessionsPerApp.octets + 10_000);
    expect(used.octets).toBeGreaterThan(sessionsPerApp.octets / 2);
  });

  it('where all apps have too many, the one that has the most pays', async () => {
    const store = createStore();
    await addMine(store);
    const apps = Array.from({ length: 8 }, (_one, n) => `app ${n}`);
    for (const [index, clientId] of apps.entries()) {
      for (let n = 0; n < 4; n += 1) {
        await store.sessions.add(
          { ...heavy(`${clientId} ${n}`, clientId, 4.2), userId: n },
          5,
          index,
        );
      }
    }
    const { used, of } = await usageOf(store);
    expect(of).toEqual(sessionsInAll);
    expect(used.octets).toBeLessThanOrEqual(sessionsInAll.octets);
    await expectMine(store);
    expect(await store.sessions.get('app 0 0')).toBeUndefined();
    expect(await store.sessions.get('app 7 3')).toBeDefined();
  });

  it('tokens are counted: a session that refreshes without rotation pays with its own oldest', async () => {
    const store = createStore();
    await addMine(store);
    const empty = (await usageOf(store)).used.octets;
    await store.sessions.add(session('s', 'theirs'), 5, 0);
    const scopes = ['x'.repeat(80_000)];
    const many = 60;
    for (let n = 0; n < many; n += 1) {
      await store.tokens.addPair({ ...access(`t${n}`, 's'), scopes }, undefined);
    }
    // Alone in its app, it is bounded by the number of its tokens and by nothing else.
    expect((await usageOf(store)).used.octets).toBeGreaterThan(empty + many * 80_000);
    await store.sessions.add(session('next', 'theirs', { userId: 2 }), 5, 1);
    expect(await store.sessions.get('s')).toBeUndefined();
    expect(await store.tokens.getAccess(`t${many - 1}`)).toBeUndefined();
    expect(await store.sessions.get('next')).toBeDefined();
    await expectMine(store);
  });

  it('ended sessions go before live ones, and only so many are told from unknown ones', async () => {
    const store = createStore();
    await addMine(store);
    await store.sessions.end('mine', 'revoked', 1);
    await store.sessions.add(heavy('alive', 'theirs', 4), 5, 0);
    for (let n = 0; n < 3; n += 1) {
      await store.sessions.add({ ...heavy(`ended ${n}`, 'theirs', 4), userId: 2 + n }, 5, 0);
      await store.sessions.end(`ended ${n}`, 'user', 1);
    }
    await store.sessions.add({ ...heavy('new', 'theirs', 4), userId: 9 }, 5, 2);
    expect(await store.sessions.get('alive')).toBeDefined();
    expect(await store.sessions.get('ended 0')).toBeUndefined();
    for (let n = 0; n <= endedSessionsPerApp; n += 1) {
      await store.sessions.add(session(`e${n}`, 'others'), 5, n);
      await store.sessions.end(`e${n}`, 'revoked', n);
    }
    expect(await store.sessions.get('e0')).toBeUndefined();
    expect((await store.sessions.get('e1'))?.ended).toBe('revoked');
    expect((await store.sessions.get('mine'))?.ended).toBe('revoked');
  });

  it('AS-080 knows the last challenges of each app by themselves, as long as it is there', async () => {
    const store = createStore();
    const first = `${'x'.repeat(128)}`;
    expect(await store.challenges.remember('mine', first)).toBe(false);
    expect(await store.challenges.remember('mine', first)).toBe(true);
    expect(await store.challenges.remember('theirs', first)).toBe(false);
    for (let n = 0; n < mostChallenges; n += 1) await store.challenges.remember('theirs', `c${n}`);
    expect(await store.challenges.remember('theirs', first)).toBe(false);
    expect(await store.challenges.remember('mine', first)).toBe(true);
    const wins = await Promise.all(
      [1, 2, 3].map(() => store.challenges.remember('mine', '__proto__')),
    );
    expect(wins).toEqual([false, true, true]);
    await store.apps.remove('mine');
    expect(await store.challenges.remember('mine', first)).toBe(false);
    await store.reset();
    expect(await store.challenges.remember('mine', first)).toBe(false);
  });

  it('counts out what goes, whichever way it goes', async () => {
    const store = createStore();
    await addMine(store);
    const before = (await usageOf(store)).used;
    expect(before.number).toBe(1);
    for (let n = 0; n < mostReplacedTokens + 20; n += 1) {
      const of = (kind: string, at: number) => (at === 0 ? kind : `${kind}${at}`);
      await store.tokens.swapRefresh(
        of('r', n),
        access(of('a', n + 1), 'mine', 'mine'),
        refresh(of('r', n + 1), 'mine', 'mine'),
        n,
      );
    }
    await store.tokens.endAccess('a120', 9);
    await store.tokens.markUsed('a120', 9);
    await store.tokens.expireAccess('mine', 9);
    await store.sessions.end('mine', 'user', 9);
    for (let n = 0; n < 7; n += 1) await store.sessions.add(session(`m${n}`, 'mine'), 5, n);
    expect((await usageOf(store)).used.number).toBe(6);
    await store.apps.remove('mine');
    expect((await usageOf(store)).used).toEqual(none);
    await addMine(store);
    expect((await usageOf(store)).used).toEqual(before);
    await store.sweep(1e13);
    expect((await usageOf(store)).used).toEqual(none);
    await addMine(store);
    await store.reset();
    expect((await usageOf(store)).used).toEqual(none);
  });
});

describe('sessions and tokens in memory', () => {
  it('30,000 sign-ins of one app by made-up users leave what other apps have', async () => {
    const store = createMemoryStore();
    await addMine(store);
    for (let n = 0; n < 30_000; n += 1) {
      await store.sessions.add(session(`t${n}`, 'theirs', { userId: n }), 1000, n);
      await store.tokens.addPair(access(`a${n}`, `t${n}`), refresh(`r${n}`, `t${n}`));
    }
    await expectMine(store);
    const { used } = await usageOf(store);
    expect(used.number).toBe(sessionsPerApp.number + 1);
    expect(used.octets).toBeLessThan(sessionsPerApp.octets + 5000);
    expect(await store.tokens.getRefresh('r29999')).toBeDefined();
    expect(await store.tokens.getRefresh('r28000')).toBeUndefined();
  }, 60_000);

  it('a thousand refreshes at once without rotation bring a thousand tokens that live', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ rotation: 'none' });
    const only = basic('sandbox-server-only');
    const login = { username: '+18335550100*101', password: 'sandbox-password' };
    const first = await read(await box.token({ grant_type: 'password', ...login }, only));
    const form = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
    const all = await Promise.all(
      Array.from({ length: 1000 }, async () => read(await box.token(form, only))),
    );
    for (const { status, access_token: token, expires_in } of [first, ...all]) {
      expect([status, expires_in]).toEqual([200, 3600]);
      expect((await box.store.tokens.getAccess(token))?.endedAt).toBeUndefined();
      expect(await box.store.tokens.getAccess(token)).toBeDefined();
    }
    expect(mostAccessTokens).toBeGreaterThan(1000);
  });

  it('keeps nothing of the requests that its texts were cut from', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const store = createMemoryStore();
    const body = (n: number) => `${'x'.repeat(65_000)}&endpoint_id=made-up-endpoint-${n}`;
    const cutFrom = (n: number) => body(n).slice(-20);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let n = 0; n < 400; n += 1) {
      const id = `session-number-${n}`;
      await store.sessions.add(
        session(id, 'theirs', { endpointId: cutFrom(n), scopes: [cutFrom(n)], userId: n }),
        5,
        n,
      );
      const cut = { token: cutFrom(n), scopes: [cutFrom(n)] };
      await store.tokens.addPair({ ...access('', id), ...cut }, { ...refresh('', id), ...cut });
    }
    collect();
    // Views would hold 26 MB and more.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(5_000_000);
    expect((await usageOf(store)).used.number).toBe(400);
  });
});
