import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  appsInAll,
  codesPerApp,
  jwtsOfOneKind,
  mostSignInsPerBrowser,
  signInShares,
} from '../limits.ts';
import type { Caller } from '../wire/caller.ts';
import { createIndexedDbStore } from './indexeddb.ts';
import { createMemoryStore } from './memory.ts';
import type { AppRecord, CodeRecord, TransactionRecord } from './records.ts';
import type { Store } from './store.ts';
import type { UsageName } from './usage.ts';

const text = (octets: number) => 'x'.repeat(octets);
const signIn = (
  id: string,
  caller: Caller,
  differences: Partial<TransactionRecord> = {},
): TransactionRecord => ({
  id,
  browser: `browser of ${id}`,
  caller,
  clientId: 'app',
  redirectUri: 'http://localhost/cb',
  redirectUriSent: true,
  responseType: 'code',
  scopes: [],
  createdAt: 0,
  ...differences,
});
const code = (id: string, clientId: string, redirectUri = 'http://localhost/cb'): CodeRecord => ({
  code: id,
  clientId,
  userId: 1,
  redirectUri,
  redirectUriSent: true,
  scopes: [],
  issuedAt: 0,
});
const app = (clientId: string, differences: Partial<AppRecord> = {}): AppRecord => ({
  clientId,
  name: 'App',
  portal: 'classic',
  audience: 'private',
  platformType: 'ServerWeb',
  redirectUris: [],
  scopes: [],
  createdAt: 0,
  demo: false,
  ...differences,
});
const jwt = (id: string, clientIds?: string[]) => ({
  id,
  userId: 1,
  createdAt: 0,
  ...(clientIds && { clientIds }),
});

let databases = 0;
const stores: Record<string, () => Store> = {
  memory: createMemoryStore,
  IndexedDB: () => createIndexedDbStore(`bounds-${(databases += 1)}`),
};

const usedOf = async (store: Store, name: UsageName) => {
  const found = (await store.usage()).find((one) => one.name === name);
  if (!found) throw new Error(`No store ${name}`);
  return found;
};
/** In rows, as many at once as a database likes. */
async function inTurn(most: number, add: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < most; n += 1) await add(n);
}

describe.each(Object.entries(stores))('the bounds of the store in %s', (_, createStore) => {
  it('H9 strangers and programs that open sign-ins push out their own, and never the reader’s', async () => {
    const store = createStore();
    await store.transactions.add(signIn('mine, before', 'page'));
    const state = text(65_000);
    for (const caller of ['stranger', 'program'] as const) {
      await inTurn(100, (n) => store.transactions.add(signIn(`${caller} ${n}`, caller, { state })));
    }
    await store.transactions.add(signIn('mine, after', 'page'));
    for (const name of ['sign-ins-by-strangers', 'sign-ins-by-programs'] as const) {
      const { used, of } = await usedOf(store, name);
      expect(used.octets).toBeLessThanOrEqual(of.octets);
      expect(used.octets).toBeGreaterThan(of.octets / 2);
    }
    expect(await store.transactions.get('stranger 0')).toBeUndefined();
    expect((await store.transactions.get('stranger 99'))?.state).toBe(state);
    for (const id of ['mine, before', 'mine, after']) {
      expect((await store.transactions.take(id))?.id).toBe(id);
    }
    expect((await usedOf(store, 'sign-ins')).used).toEqual({ octets: 0, number: 0 });
  });

  it('a browser with too many open sign-ins loses its own oldest, and no other browser any', async () => {
    const store = createStore();
    await store.transactions.add(signIn('another’s', 'page'));
    await inTurn(mostSignInsPerBrowser + 3, (n) =>
      store.transactions.add(signIn(`mine ${n}`, 'page', { browser: 'mine' })),
    );
    expect(await store.transactions.get('mine 2')).toBeUndefined();
    expect(await store.transactions.get('mine 3')).toBeDefined();
    expect(await store.transactions.get('another’s')).toBeDefined();
    expect((await usedOf(store, 'sign-ins')).used.number).toBe(mostSignInsPerBrowser + 1);
  });

  it('a text beyond Latin-1 counts for the two octets a character that it takes', async () => {
    const store = createStore();
    await store.transactions.add(signIn('t', 'page', { state: text(10_000) }));
    const latin = (await usedOf(store, 'sign-ins')).used.octets;
    await store.transactions.take('t');
    await store.transactions.add(signIn('t', 'page', { state: `${text(9999)}€` }));
    expect((await usedOf(store, 'sign-ins')).used.octets).toBe(latin + 10_000);
  });

  it('an app that is given codes without end loses its own oldest, and no other app any', async () => {
    const store = createStore();
    await store.codes.add(code('mine', 'mine'));
    const long = text(codesPerApp.octets / 16);
    await inTurn(40, (n) => store.codes.add(code(`theirs ${n}`, 'theirs', long)));
    expect(await store.codes.get('mine')).toBeDefined();
    expect(await store.codes.get('theirs 20')).toBeUndefined();
    expect(await store.codes.get('theirs 39')).toBeDefined();
    const { used } = await usedOf(store, 'codes');
    expect(used.octets).toBeLessThanOrEqual(codesPerApp.octets + 1000);
  });

  it('where all apps have too many codes, the one that has the most pays', async () => {
    const store = createStore();
    await store.codes.add(code('mine', 'mine'));
    const long = text(codesPerApp.octets / 4 - 10_000);
    for (const clientId of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await inTurn(4, (n) => store.codes.add(code(`${clientId} ${n}`, clientId, long)));
    }
    const { used, of } = await usedOf(store, 'codes');
    expect(used.octets).toBeLessThanOrEqual(of.octets);
    expect(await store.codes.get('mine')).toBeDefined();
    expect(await store.codes.get('f 3')).toBeDefined();
    expect(await store.codes.get('a 0')).toBeUndefined();
  });

  it('a spent code stays where it stood, and its octets are counted with what it learned', async () => {
    const store = createStore();
    await store.codes.add(code('c', 'app'));
    const before = (await usedOf(store, 'codes')).used;
    await store.codes.spend('c', 1);
    await store.codes.setSession('c', 'session');
    const after = (await usedOf(store, 'codes')).used;
    expect(after.number).toBe(1);
    expect(after.octets).toBeGreaterThan(before.octets);
    await store.sweep(1e9);
    expect((await usedOf(store, 'codes')).used).toEqual({ octets: 0, number: 0 });
  });

  it('H9 SANDBOX-LIMIT-1 has room for so many apps and no more, until one goes', async () => {
    const store = createStore();
    await inTurn(appsInAll.number, (n) => store.apps.add(app(`a${n}`)));
    expect(await store.apps.add(app('more'))).toBe('full');
    expect(await store.apps.get('more')).toBeUndefined();
    expect(await store.apps.add(app('a0'))).toBe('taken');
    // What an app has is changed as before, and a demo app is always let in.
    expect(await store.apps.put(app('a1', { name: 'Another' }))).toBe('put');
    expect(await store.apps.add(app('demo', { demo: true }))).toBe('added');
    await store.apps.remove('demo');
    await store.apps.remove('a0');
    expect(await store.apps.add(app('more'))).toBe('added');
    expect((await usedOf(store, 'apps')).used.number).toBe(appsInAll.number);
  });

  it('SANDBOX-LIMIT-1 an app that grows beyond the octets of all is refused, one that shrinks is not', async () => {
    const store = createStore();
    const large = [text(appsInAll.octets / 2 - 10_000)];
    for (const id of ['a', 'b']) await store.apps.add(app(id, { redirectUris: large }));
    await store.apps.add(app('c'));
    expect(await store.apps.put(app('c', { redirectUris: large }))).toBe('full');
    expect((await store.apps.get('c'))?.redirectUris).toEqual([]);
    expect(await store.apps.put(app('c', { clientSecret: text(256) }))).toBe('put');
    expect(await store.apps.put(app('a'))).toBe('put');
    expect(await store.apps.put(app('c', { redirectUris: large }))).toBe('put');
  });

  it('an app takes its codes and its policy with it, and they are counted out', async () => {
    const store = createStore();
    await store.apps.add(app('mine'));
    await store.codes.add(code('c', 'mine'));
    await store.policy.putOverrides('mine', { pkce: 'all' });
    await store.apps.remove('mine');
    for (const name of ['apps', 'codes', 'policies'] as const) {
      expect((await usedOf(store, name)).used, name).toEqual({ octets: 0, number: 0 });
    }
  });

  it('policies of what is no app go first, and an app’s stays', async () => {
    const store = createStore();
    await store.apps.add(app('mine'));
    await store.policy.putOverrides('mine', { pkce: 'all' });
    const { of } = await usedOf(store, 'policies');
    await inTurn(of.number, (n) => store.policy.putOverrides(`made up ${n}`, { iss: true }));
    expect(await store.policy.getOverrides('mine')).toEqual({ pkce: 'all' });
    expect((await usedOf(store, 'policies')).used.number).toBe(1);
    await store.policy.putOverrides('mine', {});
    expect((await usedOf(store, 'policies')).used).toEqual({ octets: 0, number: 0 });
  });

  it('a script that makes JWT credentials in a loop replaces its own oldest', async () => {
    const store = createStore();
    await store.jwts.add(jwt('mine'));
    await inTurn(jwtsOfOneKind.number + 1, (n) => store.jwts.add(jwt(`${n}`, ['app'])));
    expect(await store.jwts.get('0')).toBeUndefined();
    expect(await store.jwts.get('1')).toBeDefined();
    expect(await store.jwts.get('mine')).toBeDefined();
  });

  it('SANDBOX-LIMIT-2 has room for so many JWT credentials, until one is revoked', async () => {
    const store = createStore();
    const long = (n: number) => Array.from({ length: 100 }, () => `${text(2000)}${n}`);
    let made = 0;
    while ((await store.jwts.add(jwt(`${made}`, long(made)))) === 'added') made += 1;
    const { used, of } = await usedOf(store, 'jwt-credentials');
    expect(used.octets).toBeLessThanOrEqual(of.octets);
    expect(await store.jwts.get(`${made}`)).toBeUndefined();
    expect(await store.jwts.get('0')).toBeDefined();
    await store.jwts.revoke('0', 1);
    expect(await store.jwts.add(jwt('next', long(0)))).toBe('added');
    expect((await store.jwts.get('0'))?.revokedAt).toBe(1);
  });

  it('counts what a reset leaves: nothing', async () => {
    const store = createStore();
    await store.apps.add(app('mine'));
    await store.transactions.add(signIn('t', 'page'));
    await store.codes.add(code('c', 'mine'));
    await store.jwts.add(jwt('j'));
    await store.policy.putOverrides('mine', { pkce: 'all' });
    await store.rates.update('auth mine', () => ({ at: [1] }));
    await store.reset();
    for (const { name, used } of await store.usage()) {
      expect(used, name).toEqual({ octets: 0, number: 0 });
    }
  });
});

it('H9 a reader’s sign-in outlives twenty thousand of strangers and as many of programs', async () => {
  const store = createMemoryStore();
  await store.transactions.add(signIn('mine, before', 'page'));
  for (const caller of ['stranger', 'program'] as const) {
    await inTurn(20_000, (n) => store.transactions.add(signIn(`${caller} ${n}`, caller)));
  }
  expect(await store.transactions.take('mine, before')).toBeDefined();
  expect((await usedOf(store, 'sign-ins-by-strangers')).used.number).toBe(
    signInShares.stranger.number,
  );
});
