import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '#protocol/exchange.ts';
import { createIndexedDbStore } from './indexeddb.ts';
import { createMemoryStore } from './memory.ts';
import type {
  AccessTokenRecord,
  CodeRecord,
  RefreshTokenRecord,
  SessionRecord,
} from './records.ts';
import type { Store } from './store.ts';

const session = (id: string, differences: Partial<SessionRecord> = {}): SessionRecord => ({
  id,
  clientId: 'app',
  userId: 1,
  grantType: 'password',
  scopes: [],
  endpointId: 'e',
  createdAt: 0,
  lastUsedAt: 0,
  ...differences,
});
const access = (token: string, sessionId: string): AccessTokenRecord => ({
  token,
  sessionId,
  clientId: 'app',
  userId: 1,
  scopes: [],
  issuedAt: 0,
  expiresAt: 1000,
});
const refresh = (token: string, sessionId: string): RefreshTokenRecord => access(token, sessionId);
const code = (text: string): CodeRecord => ({
  code: text,
  clientId: 'app',
  userId: 1,
  redirectUri: 'http://localhost/cb',
  redirectUriSent: true,
  scopes: [],
  issuedAt: 0,
});
const exchange: Exchange = {
  id: 'x',
  from: 'app',
  to: 'api',
  startedAt: 0,
  request: { method: 'GET', url: 'http://localhost/', headers: [] },
};

const append = (store: Store, clientId: string, id = 'x') =>
  store.events.append(clientId, () => ({ ...exchange, id }), {
    id,
    caller: 'program',
    octets: 100,
  });

let databases = 0;
const stores: Record<string, () => Store> = {
  memory: createMemoryStore,
  IndexedDB: () => createIndexedDbStore(`store-${(databases += 1)}`),
};

/** One suite for every store: a grant must not be able to tell which one is behind it. */
describe.each(Object.entries(stores))('the store in %s', (_, createStore) => {
  it('AS-127 spends a code once, however many try at the same time', async () => {
    const store = createStore();
    await store.codes.add(code('c'));
    const wins = await Promise.all(Array.from({ length: 50 }, () => store.codes.spend('c', 5)));
    expect(wins.filter(Boolean)).toHaveLength(1);
    expect((await store.codes.get('c'))?.spentAt).toBe(5);
    expect(await store.codes.spend('unknown', 5)).toBe(false);
  });

  it('AS-125 tells of a replay, whether the session is known before it or after it', async () => {
    const store = createStore();
    for (const id of ['early', 'late', 'never']) {
      await store.codes.add(code(id));
      await store.codes.spend(id, 5);
    }
    expect(await store.codes.setSession('early', 's1')).toBe(true);
    expect(await store.codes.markReplayed('early')).toBe('s1');
    expect(await store.codes.markReplayed('late')).toBeUndefined();
    expect(await store.codes.setSession('late', 's2')).toBe(false);
    expect(await store.codes.markReplayed('late')).toBe('s2');
    expect(await store.codes.setSession('never', 's3')).toBe(true);
    expect(await store.codes.markReplayed('unknown')).toBeUndefined();
  });

  it('AS-150 swaps a refresh token once and shows the others what the first one left', async () => {
    const store = createStore();
    await store.sessions.add(session('s'), 5, 0);
    await store.tokens.addPair(access('a1', 's'), refresh('r1', 's'));
    const outcomes = await Promise.all(
      ['2', '3', '4'].map((n) =>
        store.tokens.swapRefresh('r1', access(`a${n}`, 's'), refresh(`r${n}`, 's'), 7),
      ),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['swapped', 'already', 'already']);
    const second = outcomes[1];
    expect(second?.kind === 'already' && second.record.successor).toEqual({
      accessToken: 'a2',
      refreshToken: 'r2',
      at: 7,
    });
    expect((await store.tokens.getAccess('a1'))?.endedAt).toBe(7);
    expect(await store.tokens.getAccess('a3')).toBeUndefined();
  });

  it('takes a transaction once', async () => {
    const store = createStore();
    await store.transactions.add({
      id: 't',
      browser: 'b',
      caller: 'page',
      clientId: 'app',
      redirectUri: 'http://localhost/cb',
      redirectUriSent: true,
      responseType: 'code',
      scopes: [],
      createdAt: 0,
    });
    expect((await store.transactions.take('t'))?.id).toBe('t');
    expect(await store.transactions.take('t')).toBeUndefined();
  });

  it('ends the oldest session of a user and app beyond the limit, and forgets its tokens', async () => {
    const store = createStore();
    for (let n = 1; n <= 6; n += 1) {
      await store.sessions.add(session(`s${n}`), 5, n);
      await store.tokens.addPair(access(`a${n}`, `s${n}`), refresh(`r${n}`, `s${n}`));
    }
    await store.sessions.add(session('other', { userId: 2 }), 5, 9);
    expect((await store.sessions.list()).map(({ id }) => id)).toEqual([
      's2',
      's3',
      's4',
      's5',
      's6',
      'other',
    ]);
    expect(await store.tokens.getAccess('a1')).toBeUndefined();
    expect(await store.tokens.getRefresh('r1')).toBeUndefined();
    expect(await store.tokens.getRefresh('r2')).toBeDefined();
  });

  it('knows the tokens of an ended session, and gives an ended session no new pair', async () => {
    const store = createStore();
    await store.sessions.add(session('s'), 5, 0);
    await store.tokens.addPair(access('a', 's'), refresh('r', 's'));
    expect(await store.sessions.end('s', 'revoked', 3)).toBe(true);
    expect(await store.sessions.end('s', 'revoked', 4)).toBe(false);
    expect(await store.tokens.getAccess('a')).toMatchObject({ endedAt: 3, endedWithSession: true });
    expect((await store.tokens.getRefresh('r'))?.endedAt).toBe(3);
    expect((await store.sessions.get('s'))?.ended).toBe('revoked');
    await store.tokens.addPair(access('late', 's'), undefined);
    expect(await store.tokens.getAccess('late')).toBeUndefined();
  });

  it('stays bounded in a session that refreshes for ever', async () => {
    const store = createStore();
    await store.sessions.add(session('s'), 5, 0);
    await store.tokens.addPair(access('a0', 's'), refresh('r0', 's'));
    for (let n = 0; n < 500; n += 1) {
      const next = n + 1;
      await store.tokens.swapRefresh(`r${n}`, access(`a${next}`, 's'), refresh(`r${next}`, 's'), n);
    }
    expect(await store.tokens.getRefresh('r100')).toBeUndefined();
    expect(await store.tokens.getRefresh('r450')).toBeDefined();
    expect((await store.tokens.getRefresh('r500'))?.token).toBe('r500');
  });

  it('keeps the last 1,000 events of an app and tells of the gap', async () => {
    const store = createStore();
    let calls = 0;
    const stop = store.events.subscribe('app', () => (calls += 1));
    for (let n = 0; n < 1003; n += 1) await append(store, 'app', `${n}`);
    stop();
    await append(store, 'other');
    expect(calls).toBe(1003);
    const all = await store.events.after({ clientId: 'app' }, 0);
    expect(all.events).toHaveLength(1000);
    expect(all.events[0]?.id).toBe('3');
    expect(all.events.at(-1)?.id).toBe('1002');
    expect((await store.events.after({ clientId: 'app' }, 1)).gap).toBe(true);
    expect((await store.events.after({ clientId: 'app' }, 3)).gap).toBe(false);
    expect((await store.events.after({ clientId: 'app' }, 1003)).events).toEqual([]);
    await store.reset();
    expect((await store.events.after({ clientId: 'app' }, 500)).gap).toBe(true);
  });

  it('tells the events of all apps in their order, and what a reset dropped', async () => {
    const store = createStore();
    let calls = 0;
    const stop = store.events.subscribe(undefined, () => (calls += 1));
    for (const id of ['one', 'two', '', 'one']) await append(store, id);
    stop();
    await append(store, 'two');
    expect(calls).toBe(4);
    const { events, gap } = await store.events.after({}, 1);
    expect(events.map(({ sequence, clientId }) => [sequence, clientId])).toEqual([
      [2, 'two'],
      [3, ''],
      [4, 'one'],
      [5, 'two'],
    ]);
    expect(gap).toBe(false);
    // A number that was never given is of a log before this one.
    expect(await store.events.after({}, 99)).toMatchObject({ gap: true, events: { length: 5 } });
    expect(await store.events.after({ clientId: 'one' }, 99)).toMatchObject({
      gap: true,
      events: { length: 2 },
    });
    await store.reset();
    expect(await store.events.after({}, 2)).toEqual({ events: [], gap: true });
    await append(store, 'one');
    expect((await store.events.after({}, 5)).events.map(({ sequence }) => sequence)).toEqual([6]);
  });

  it('AS-163 lists JWT credentials oldest first, revokes each once, and still knows a revoked one', async () => {
    const store = createStore();
    for (const [index, id] of ['first', 'second', '__proto__'].entries()) {
      await store.jwts.add({ id, userId: 1, createdAt: index });
    }
    const ids = async () => (await store.jwts.list()).map(({ id }) => id);
    expect(await ids()).toEqual(['first', 'second', '__proto__']);
    const wins = await Promise.all([1, 2, 3].map(() => store.jwts.revoke('first', 7)));
    expect(wins.filter(Boolean)).toHaveLength(1);
    expect(await ids()).toEqual(['second', '__proto__']);
    expect((await store.jwts.get('first'))?.revokedAt).toBe(7);
    expect(await store.jwts.revoke('unknown', 7)).toBe(false);
    await store.reset();
    expect(await ids()).toEqual([]);
    expect(await store.jwts.get('first')).toBeUndefined();
  });

  it('keeps the first signing key of several, through a reset too', async () => {
    const store = createStore();
    expect(await store.signingKey.get()).toBeUndefined();
    const key = (kid: string) => ({ kid, privateJwk: { kty: 'RSA', n: kid, e: 'AQAB', d: kid } });
    const kept = await Promise.all(['a', 'b', 'c'].map((kid) => store.signingKey.add(key(kid))));
    expect(new Set(kept.map(({ kid }) => kid)).size).toBe(1);
    const { kid } = kept[0] as { kid: string };
    expect((await store.signingKey.get())?.kid).toBe(kid);
    await store.reset();
    expect((await store.signingKey.get())?.kid).toBe(kid);
  });

  it('has no signing key after a reset that came before any', async () => {
    const store = createStore();
    await store.reset();
    expect(await store.signingKey.get()).toBeUndefined();
  });

  it('AS-012 counts every request of many at once, each key by itself, until a reset', async () => {
    const store = createStore();
    const count = (key: string) =>
      store.rates.update(key, (before) => ({ at: [...(before?.at ?? []), 1] }));
    await Promise.all(Array.from({ length: 20 }, () => count('auth app')));
    expect((await count('auth app')).at).toHaveLength(21);
    expect((await count('__proto__')).at).toHaveLength(1);
    await store.reset();
    expect((await count('auth app')).at).toHaveLength(1);
  });

  it('AS-126 keeps a spent code through its tombstone, then sweeps it', async () => {
    const store = createStore();
    await store.codes.add(code('c'));
    await store.codes.spend('c', 1);
    await store.sweep(660_000);
    expect(await store.codes.get('c')).toBeDefined();
    await store.sweep(3_700_000);
    expect(await store.codes.get('c')).toBeUndefined();
  });

  it('is not confused by __proto__', async () => {
    const store = createStore();
    expect(await store.apps.get('__proto__')).toBeUndefined();
    await store.codes.add(code('__proto__'));
    expect(await store.codes.get('constructor')).toBeUndefined();
    expect(await store.codes.spend('__proto__', 1)).toBe(true);
    expect(await store.policy.getOverrides('__proto__')).toEqual({});
    await store.policy.putOverrides('__proto__', { pkce: 'all' });
    expect(({} as Record<string, unknown>)['pkce']).toBeUndefined();
    expect(await store.policy.getOverrides('app')).toEqual({});
  });
});
