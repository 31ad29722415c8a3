import { beforeEach, describe, expect, it } from 'vitest';
import { createSandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import { type FakeStorage, fakeStorage } from '#islands/storage/testing/fake-storage.ts';
import { webRandom } from '#protocol/random.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { createMemoryStore } from '#sandbox/store/memory.ts';
import { createMyApps } from './my-apps.ts';
import type { RememberedApp } from './remembered-app.ts';
import { myAppsKey } from './stored-apps.ts';

const origin = 'http://localhost:4321';

/** A server that has just started. */
function startApi() {
  const sandbox = createSandbox({
    store: createMemoryStore(),
    clock: { now: () => 1_700_000_000_000 },
    random: webRandom,
    siteOrigins: [origin],
  });
  return createSandboxApi({ origin, fetch: (request) => sandbox.fetch(request, { browser: '' }) });
}

const app = (clientId: string, differences: Partial<RememberedApp> = {}): RememberedApp => ({
  name: 'Mine',
  portal: 'classic',
  audience: 'private',
  platformType: 'ServerWeb',
  redirectUris: ['https://app.example/cb'],
  scopes: ['ReadAccounts'],
  clientId,
  clientSecret: `${clientId}-secret`,
  ...differences,
});

let storage: FakeStorage;
beforeEach(() => (storage = fakeStorage()));

describe('apps of this tab', () => {
  it('are remembered over a reload, newer settings in place of older', () => {
    createMyApps(storage).rememberApp(app('one'));
    createMyApps(storage).rememberApp(app('two'));
    createMyApps(storage).rememberApp(app('one', { name: 'Renamed' }));
    const { apps, problem } = createMyApps(storage).rememberedApps();
    expect(apps.map(({ clientId, name }) => [clientId, name])).toEqual([
      ['one', 'Renamed'],
      ['two', 'Mine'],
    ]);
    expect(problem).toBeUndefined();
  });

  it('are forgotten, and then nothing is left behind', () => {
    const mine = createMyApps(storage);
    mine.rememberApp(app('one'));
    mine.forgetApp('one');
    mine.forgetApp('nobody');
    expect(storage.texts.size).toBe(0);
  });

  it('are fifty at most, the newest', () => {
    const mine = createMyApps(storage);
    for (let n = 1; n <= 52; n += 1) mine.rememberApp(app(`app-${n}`));
    const { apps } = mine.rememberedApps();
    expect(apps).toHaveLength(50);
    expect(apps[0]?.clientId).toBe('app-3');
  });

  it('keep nothing that the sandbox would refuse to take back', () => {
    const more = { ...app('one'), demo: true, createdAt: 1, flows: {} };
    createMyApps(storage).rememberApp(more);
    expect(createMyApps(storage).rememberedApps().apps).toEqual([app('one')]);
  });
});

describe('a tab that does not keep', () => {
  it('because storage is blocked, says so and goes on', () => {
    for (const closed of [
      undefined,
      {
        getItem: () => {
          throw new DOMException('', 'SecurityError');
        },
        setItem: () => {
          throw new DOMException('', 'SecurityError');
        },
        removeItem: () => undefined,
      },
    ]) {
      const mine = createMyApps(closed);
      expect(mine.rememberedApps()).toMatchObject({ apps: [], problem: { kind: 'blocked' } });
      expect(mine.rememberApp(app('one'))).toMatchObject({ kind: 'blocked' });
    }
  });

  it('because storage is full, says so', () => {
    const full = {
      ...storage,
      setItem: () => {
        throw new DOMException('', 'QuotaExceededError');
      },
    };
    expect(createMyApps(full).rememberApp(app('one'))).toMatchObject({ kind: 'full' });
  });

  it.each([
    ['no JSON', '{'],
    ['no list', '{"apps":[]}'],
    ['a list of something else', '[1,{"clientId":"x"}]'],
    ['an app that no portal makes', JSON.stringify([app('one', { scopes: ['Nothing'] })])],
  ])('because it holds %s, says so once', (_, text) => {
    storage.texts.set(myAppsKey, text);
    const mine = createMyApps(storage);
    expect(mine.rememberedApps()).toMatchObject({ apps: [], problem: { kind: 'corrupt' } });
    expect(mine.rememberedApps()).toEqual({ apps: [] });
  });

  it('reads the good ones beside one that is damaged', () => {
    storage.texts.set(myAppsKey, JSON.stringify([app('one'), { clientId: 3 }, app('two')]));
    const { apps, problem } = createMyApps(storage).rememberedApps();
    expect(apps.map(({ clientId }) => clientId)).toEqual(['one', 'two']);
    expect(problem?.kind).toBe('corrupt');
  });
});

describe('a server that was started again', () => {
  it('is offered what it no longer has, and has it again under the same id and secret', async () => {
    const mine = createMyApps(storage);
    const before = startApi();
    for (const clientId of ['one', 'two']) {
      const made = await before.createApp(app(clientId));
      if (made.kind === 'done') mine.rememberApp(made.value);
    }
    expect(await mine.offerMissing(before)).toEqual({ kind: 'none' });

    const after = startApi();
    await after.createApp(app('two', { name: 'Changed elsewhere' }));
    const offer = await mine.offerMissing(after);
    expect(offer).toMatchObject({ kind: 'missing', apps: [{ clientId: 'one' }] });
    expect(mine.rememberedApps().apps[1]?.name).toBe('Changed elsewhere');

    const made = offer.kind === 'missing' ? await offer.makeAgain() : [];
    expect(made.map(({ answer }) => answer.kind)).toEqual(['done']);
    expect(await after.getApp('one')).toMatchObject({
      kind: 'done',
      value: { clientId: 'one', clientSecret: 'one-secret', name: 'Mine' },
    });
    expect(await mine.offerMissing(after)).toEqual({ kind: 'none' });
  });

  it('that took the id in the meantime says so', async () => {
    const mine = createMyApps(storage);
    mine.rememberApp(app('one'));
    const after = startApi();
    const offer = await mine.offerMissing(after);
    await after.createApp(app('one'));
    const made = offer.kind === 'missing' ? await offer.makeAgain() : [];
    expect(made[0]?.answer).toMatchObject({ kind: 'refused', status: 409 });
  });

  it('that cannot be reached is asked again later', async () => {
    const mine = createMyApps(storage);
    expect(await mine.offerMissing(startApi())).toEqual({ kind: 'none' });
    mine.rememberApp(app('one'));
    const down = createSandboxApi({ origin, fetch: () => Promise.reject(new TypeError()) });
    expect(await mine.offerMissing(down)).toMatchObject({ kind: 'unknown' });
    expect(mine.rememberedApps().apps).toHaveLength(1);
  });
});
