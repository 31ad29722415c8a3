import { describe, expect, test, vi } from 'vitest';
import { createMyApps } from '#islands/my-apps/my-apps.ts';
import { createSandboxApi } from '#islands/sandbox-api/sandbox-api.ts';
import { storedSince } from '#islands/sandbox-events/stored-choices.ts';
import type { Backlog, News } from '#islands/sandbox-events/sandbox-events.ts';
import { fakeEvents } from '#islands/sandbox-events/testing/fake-events.ts';
import { fakeStorage } from '#islands/storage/testing/fake-storage.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { makeTestSandbox, origin } from '#sandbox/testing/test-sandbox.ts';
import { envText } from './env-file.ts';
import { programKinds, type ProgramKind } from './program.ts';
import type { LiveRow } from './live-rows.ts';
import { createQuickStart, type QuickStart } from './quick-start.ts';
import { sumOf } from './sum.ts';
import type { Host } from './surroundings.ts';

/** The first JWT of a sandbox makes its key, and the rules come late: both take a busy machine a while. */
const eventually = (check: () => void) => vi.waitFor(check, 20_000);

/** A page and its server; `restart` puts a fresh server in the place of the old one. */
function makePage(kind: ProgramKind['id'] = 'authorization-flow', host: Host = 'node') {
  const fake = fakeEvents();
  let sandbox = makeTestSandbox();
  let up = true;
  const storage = fakeStorage();
  const local = fakeStorage();
  const { tell } = fake;
  const now = () => sandbox.clock.now();
  const open = (path = '/quick-start/authorization-flow/node/', session = storage): QuickStart =>
    createQuickStart(programKinds[kind], {
      origin,
      api: createSandboxApi({
        origin,
        fetch: async (request) => {
          if (!up) throw new TypeError('Failed to fetch');
          const { pathname, search } = new URL(request.url);
          const body = request.method === 'GET' ? undefined : await request.text();
          return sandbox.send(pathname + search, {
            method: request.method,
            headers: request.headers,
            ...(body ? { body } : {}),
          });
        },
      }),
      events: fake.events,
      since: storedSince(session, path),
      strangersChoice: { read: () => true, write: () => undefined },
      myApps: createMyApps(session),
      askHost: () => Promise.resolve(host),
      loadExplain: () => import('./explain.ts'),
      session,
      local,
      now,
    });
  return {
    ...fake,
    open,
    openTab: () => open(undefined, fakeStorage()),
    now,
    local,
    restart: ({ heard = true } = {}) => {
      sandbox = makeTestSandbox();
      if (!heard) return;
      tell({ kind: 'state', state: { kind: 'lost', since: 0 } });
      tell({ kind: 'state', state: { kind: 'open' } });
    },
    stop: () => (up = false),
    countApps: async () => (await sandbox.store.apps.list()).length,
    storage,
  };
}

const ready = async (quickStart: QuickStart) => {
  quickStart.start();
  await eventually(() => expect(quickStart.app.value).toBeDefined());
  await eventually(() => expect(quickStart.busy.value).toBe(false));
  return quickStart;
};

const request = (id: string, differences: Partial<Exchange> = {}) => ({
  id,
  exchange: {
    id,
    from: 'app' as const,
    to: 'authorization-server' as const,
    clientId: 'sandbox-server-web',
    startedAt: 0,
    request: { method: 'POST', url: `${origin}/restapi/oauth/token`, headers: [] },
    response: { status: 200, headers: [], body: '{}' },
    ...differences,
  },
});
const exchange = (id: string, differences: Partial<Exchange> = {}): News => ({
  kind: 'events',
  events: [request(id, differences)],
});
/** What was there when the page was opened. */
const backlog = (...events: Backlog['events']): News => ({
  kind: 'backlog',
  events,
  lastEventId: events.at(-1)?.id ?? '0',
  earlier: 0,
});
/** A request that does not say which app it is from. */
const unnamed =
  '{"errors":[{"errorCode":"OAU-123","message":"Client authentication is required"}]}';
const ids = (rows: readonly LiveRow[]) =>
  rows.map((row) => (row.kind === 'gap' ? row.kind : row.exchange.id));

describe('the .env file', () => {
  test('names the demo app, which a restart does not spoil', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    const before = envText(quickStart.env.value);
    expect(before).toBe(
      `RC_SERVER_URL=${origin}\nRC_APP_CLIENT_ID=sandbox-server-web\nRC_APP_CLIENT_SECRET=sandbox-server-web-secret\nRC_REDIRECT_URL=http://localhost:5000/oauth2callback\n`,
    );
    page.restart();
    await ready(quickStart);
    expect(envText(quickStart.env.value)).toBe(before);
  });

  test('moves to another port with its redirect URI registered, and keeps it over a reload and a restart', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    await quickStart.movePort('5001');
    expect(quickStart.app.value?.redirectUris).toContain('http://localhost:5001/oauth2callback');
    expect(envText(quickStart.env.value)).toContain(
      'RC_REDIRECT_URL=http://localhost:5001/oauth2callback\n',
    );
    const again = await ready(page.open());
    expect(again.port.value).toBe(5001);
    page.restart();
    await eventually(() =>
      expect(again.app.value?.redirectUris).toContain('http://localhost:5001/oauth2callback'),
    );
  });

  test('a port that the sandbox cannot be told of is not written down', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    page.stop();
    await quickStart.movePort('5001');
    expect(quickStart.port.value).toBe(5000);
    expect(quickStart.outcome.value).toMatchObject({
      place: 'port',
      kind: 'problem',
      words: expect.stringContaining('gave no answer') as string,
    });
  });

  test.each([
    ['4321', 'Port 4321 is this sandbox’s own. Your program needs another one.'],
    ['80', 'A port is a number from 1024 to 65535.'],
    ['65536', 'A port is a number from 1024 to 65535.'],
    ['five', 'A port is a number from 1024 to 65535.'],
  ])('port %s is refused with a word', async (port, words) => {
    const page = makePage();
    const quickStart = await ready(page.open());
    await quickStart.movePort(port);
    expect(quickStart.outcome.value).toEqual({ place: 'port', kind: 'problem', words });
    expect(quickStart.port.value).toBe(5000);
  });

  test('app and port are known in a new tab, and no secret is stored where it would read one', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    await quickStart.movePort('5001');
    await quickStart.makeOwnApp();
    const own = quickStart.app.value;
    expect(JSON.stringify([...page.local.texts])).not.toContain(own?.clientSecret);
    const tab = await ready(page.openTab());
    expect([tab.port.value, tab.app.value?.clientId]).toEqual([5001, own?.clientId]);
    expect(envText(tab.env.value)).toBe(envText(quickStart.env.value));
    // Two tabs may differ: each keeps its own over a reload.
    await tab.useDemoApp();
    expect((await ready(page.open())).ownApp.value).toBe(true);
  });

  test('a new tab after a restart, which has no secret to make the app again with, says so', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    await quickStart.makeOwnApp();
    page.restart({ heard: false });
    const tab = await ready(page.openTab());
    expect(tab.ownApp.value).toBe(false);
    expect(tab.outcome.value).toMatchObject({
      place: 'file',
      words: expect.stringContaining('The file names the demo app') as string,
    });
  });

  test('an app of the reader’s own is made again under the same id after a restart', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    await quickStart.makeOwnApp();
    const own = quickStart.app.value;
    expect(own?.clientId).not.toBe('sandbox-server-web');
    expect(quickStart.ownApp.value).toBe(true);
    page.restart();
    await eventually(() => expect(quickStart.busy.value).toBe(false));
    const again = await ready(page.open());
    expect(again.app.value).toMatchObject({
      clientId: own?.clientId,
      clientSecret: own?.clientSecret,
    });
    await again.useDemoApp();
    expect([again.ownApp.value, again.app.value?.clientId]).toEqual([false, 'sandbox-server-web']);
  });

  test('the JWT script’s has a credential, and another after a restart', async () => {
    const page = makePage('jwt');
    const quickStart = await ready(page.open());
    const jwtOf = () => quickStart.env.value.find(({ name }) => name === 'RC_USER_JWT')?.value;
    await eventually(() => expect(jwtOf()).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/));
    const before = jwtOf();
    page.restart();
    await eventually(() => expect(jwtOf()).not.toBe(before));
  });
});

describe('a button', () => {
  test('that is pressed twice does one thing: two presses make one app', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    const before = await page.countApps();
    await Promise.all([quickStart.makeOwnApp(), quickStart.makeOwnApp()]);
    expect(await page.countApps()).toBe(before + 1);
  });

  test('says beside it what came of it, and that there was no session where there was none', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    for (const act of ['expire-access-tokens', 'revoke-sessions'] as const) {
      await quickStart.act(act);
      expect(quickStart.outcome.value).toMatchObject({
        place: 'acts',
        kind: 'none',
        words: expect.stringContaining('There was no session') as string,
      });
    }
    await quickStart.act('refuse-next-consent');
    expect(quickStart.outcome.value).toMatchObject({ place: 'acts', kind: 'done' });
    page.stop();
    await quickStart.act('refuse-next-consent');
    expect(quickStart.outcome.value).toMatchObject({ place: 'acts', kind: 'problem' });
  });

  test('revokes the JWT of the file once, and puts in one that has ended', async () => {
    const page = makePage('jwt');
    const quickStart = await ready(page.open());
    const jwtOf = () => quickStart.env.value.find(({ name }) => name === 'RC_USER_JWT')?.value;
    await eventually(() => expect(jwtOf()).toMatch(/^eyJ/));
    await eventually(() => expect(quickStart.busy.value).toBe(false));
    await quickStart.act('revoke-jwt');
    expect(quickStart.outcome.value?.kind).toBe('done');
    await quickStart.act('revoke-jwt');
    expect(quickStart.outcome.value?.kind).toBe('none');
    await quickStart.act('end-jwt');
    const claims = JSON.parse(
      Buffer.from(jwtOf()?.split('.')[1] ?? '', 'base64url').toString(),
    ) as { exp: number };
    expect(claims.exp).toBeLessThan(page.now() / 1000);
  });
});

describe('the list', () => {
  test('asks for the requests of this app alone, without those of other sites’ pages', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    expect(page.wanted()).toEqual([{ clientId: 'sandbox-server-web', strangers: 'leave-out' }]);
    quickStart.setLeaveOutStrangers(false);
    expect(page.wanted()).toEqual([{ clientId: 'sandbox-server-web' }]);
    await quickStart.makeOwnApp();
    expect(page.wanted()).toEqual([{ clientId: quickStart.app.value?.clientId }]);
    page.tell(exchange('1'));
    expect(quickStart.rows.value).toHaveLength(1);
    quickStart.dispose();
    page.tell(exchange('3'));
    expect(quickStart.rows.value).toHaveLength(1);
  });

  test('cleared, it stays so over a reload', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    page.tell(backlog());
    page.tell(exchange('1'));
    quickStart.clear();
    page.tell(exchange('2'));
    expect(ids(quickStart.rows.value)).toEqual(['2']);
    const again = await ready(page.open());
    page.tell(backlog(request('1'), request('2')));
    expect(ids(again.rows.value)).toEqual(['2']);
  });

  test('of a new page begins empty: what an earlier program did is folded away and does not count', async () => {
    const page = makePage();
    const before = await ready(page.open('/quick-start/authorization-flow/php/'));
    page.tell(backlog());
    page.tell(exchange('1'));
    await eventually(() => expect(sumOf(before.rows.value, [], new Set()).wrong).not.toEqual([]));
    before.dispose();

    const quickStart = await ready(page.open('/quick-start/authorization-flow/python/'));
    page.tell(backlog(request('1')));
    expect([quickStart.rows.value, quickStart.drawn.value, quickStart.folded.value]).toEqual([
      [],
      [],
      1,
    ]);
    expect(quickStart.awaited.value?.request).toBe('GET /restapi/oauth/authorize');
    expect(await quickStart.showEarlier()).toBe(1);
    expect(quickStart.drawn.value).toMatchObject([{ kind: 'past', exchange: { id: '1' } }]);
    page.tell(exchange('2', { clientId: 'sandbox-server-web' }));
    expect(ids(quickStart.drawn.value)).toEqual(['1', '2']);
    expect(ids(quickStart.rows.value)).toEqual(['2']);
  });

  test('with one more row keeps the rows of before, and what was said of them', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    page.tell(backlog());
    page.tell({
      kind: 'events',
      events: Array.from({ length: 300 }, (_, at) => request(String(at + 1))),
    });
    const before = quickStart.drawn.value;
    expect(before).toHaveLength(50);
    page.tell(exchange('301'));
    const added = quickStart.drawn.value.filter((row) => !before.includes(row));
    expect(ids(added)).toEqual(['301']);
  });

  test('explains a refusal once the rules have come', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    page.tell(exchange('1', { response: { status: 400, headers: [], body: unnamed } }));
    await eventually(() =>
      expect(JSON.stringify(quickStart.rows.value)).toContain('a proxy strips the header'),
    );
  });

  test('what was put right is not held against the program', async () => {
    const page = makePage();
    const quickStart = await ready(page.open());
    const authorization: [string, string] = ['authorization', 'Basic masked'];
    const url = `${origin}/restapi/oauth/token`;
    page.tell(exchange('1', { response: { status: 400, headers: [], body: unnamed } }));
    await eventually(() =>
      expect(sumOf(quickStart.rows.value, [], new Set()).wrong).not.toEqual([]),
    );
    page.tell(exchange('2', { request: { method: 'POST', url, headers: [authorization] } }));
    const { well, unseen } = sumOf(quickStart.rows.value, ['api'], quickStart.seen.value);
    expect(well.map(({ id }) => id)).toContain('LINT-167');
    expect(unseen).toEqual(['an API call']);
  });
});

describe('where no program can reach the page', () => {
  test('a static host is told, and nothing is listened to', async () => {
    const page = makePage('authorization-flow', 'static');
    const quickStart = page.open();
    quickStart.start();
    await eventually(() => expect(quickStart.host.value).toBe('static'));
    expect(quickStart.app.value).toBeUndefined();
  });
});
