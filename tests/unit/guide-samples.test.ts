import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';

/** The code that the guides print, run as a reader would run it. */
const run = promisify(execFile);
const file = (name: string) =>
  fileURLToPath(new URL(`../../content/guides/_samples/${name}`, import.meta.url));

interface Pair {
  access_token: string;
  refresh_token: string;
  endsAt: number;
}

interface SessionSample {
  settings: { server: string; clientId: string; clientSecret: string };
  store: { pair: Pair | undefined; write(pair: Pair): Promise<Pair> };
  askForTokens(fields: Record<string, string>): Promise<Pair>;
  freshToken(): Promise<string>;
  refresh(): Promise<Pair>;
  call(path: string): Promise<Response>;
  end(): Promise<void>;
}

let server: RunningServer;
let session: SessionSample;
const me = '/restapi/v1.0/account/~/extension/~';
const credentials = {
  grant_type: 'password',
  username: '+18335550100',
  extension: '101',
  password: 'sandbox-password',
};

beforeAll(async () => {
  server = await startServer({ port: 0 });
  session = (await import(file('session.mjs'))) as SessionSample;
  // The password grant brings a first pair in one request; the sample does not mind whence it came.
  Object.assign(session.settings, {
    server: server.origin,
    clientId: 'sandbox-server-only',
    clientSecret: 'sandbox-server-only-secret',
  });
});
afterAll(() => server.close());

const sent = vi.spyOn(globalThis, 'fetch');

/** Refreshes that have left so far. */
const refreshes = () =>
  sent.mock.calls.filter(([, options]) => String(options?.body).startsWith('grant_type=refresh'))
    .length;

describe('guides/keep-a-session-alive/: the sample', () => {
  beforeEach(async () => {
    await session.store.write(await session.askForTokens(credentials));
  });

  test('a token with time to live is used as it is', async () => {
    const before = refreshes();
    expect((await session.call(me)).status).toBe(200);
    expect(refreshes()).toBe(before);
  });

  test('five calls near the end of a token refresh once between them', async () => {
    const pair = session.store.pair;
    if (pair) pair.endsAt = Date.now() + 30_000;
    const before = refreshes();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => session.call(me)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(refreshes()).toBe(before + 1);
  });

  test('a 401 refreshes once, and the call goes through', async () => {
    const pair = session.store.pair;
    if (pair) pair.access_token = 'SANDBOX-ACCESS-not-a-secret';
    const before = refreshes();
    expect((await session.call(me)).status).toBe(200);
    expect(refreshes()).toBe(before + 1);
  });

  test('a session that is over is told by its code, after one try', async () => {
    const lost = session.store.pair;
    await session.end();
    if (lost) await session.store.write(lost);
    const before = refreshes();
    await expect(session.call(me)).rejects.toMatchObject({ code: 'OAU-211' });
    expect(refreshes()).toBe(before + 1);
  });

  test('end revokes at the server and forgets here', async () => {
    const token = session.store.pair?.access_token ?? '';
    await session.end();
    expect(session.store.pair).toBeUndefined();
    const response = await fetch(server.origin + me, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(401);
  });
});

describe('guides/call-the-api/: the sample', () => {
  test('asks who it is, reads the call log, and shows the refusal’s header', async () => {
    const { access_token } = await session.askForTokens(credentials);
    const { stdout } = await run('bash', [file('call-the-api.sh')], {
      env: { ...process.env, RC_SERVER_URL: server.origin, ACCESS_TOKEN: access_token },
    });
    expect(stdout).toContain('"extensionNumber":"101"');
    expect(stdout).toContain('"records"');
    expect(stdout).toMatch(/^HTTP\/1\.1 401/m);
    expect(stdout).toMatch(
      /^www-authenticate: Bearer realm="RingCentral REST API", error="invalid_token"/im,
    );
  });
});
