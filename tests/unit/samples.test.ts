import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { pressThrough } from '../support/press-through.ts';

/** The code that the pages print, run as a reader would run it. */
const run = promisify(execFile);
const file = (path: string) => fileURLToPath(new URL(`../../content/${path}`, import.meta.url));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0 });
});
afterAll(() => server.close());

describe('quick-start/: the walk in a terminal', () => {
  test('signs in with PKCE, calls the API, refreshes and revokes with curl', async () => {
    const { stdout } = await run('bash', [file('quick-start/_samples/walk.sh')], {
      env: { ...process.env, RC_SERVER_URL: server.origin },
    });
    expect(stdout).toMatch(/^The challenge is [A-Za-z0-9_-]{43}$/m);
    expect(stdout).toMatch(/^http:\/\/localhost:5000\/oauth2callback\?\S*code=/m);
    expect(stdout).toContain('The state is ours');
    expect(stdout.match(/"access_token"/g)).toHaveLength(2);
    expect(stdout).toContain('"extensionNumber":"101"');
    expect(stdout.trimEnd().endsWith('200')).toBe(true);
  });

  test('obtains a token with the password flow in one request', async () => {
    const { stdout } = await run('bash', [file('quick-start/_samples/password.sh')], {
      env: { ...process.env, RC_SERVER_URL: server.origin },
    });
    expect(JSON.parse(stdout)).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
  });
});

interface PkceSample {
  app: { server: string };
  challengeOf(verifier: string): Promise<string>;
  begin(): Promise<void>;
  finish(): Promise<Record<string, unknown>>;
  whoAmI(tokens: object): Promise<Record<string, unknown>>;
  refresh(tokens: object): Promise<Record<string, unknown>>;
  revoke(tokens: object): Promise<unknown>;
}

/** A tab as far as the sample touches one. */
function tab() {
  const kept = new Map<string, string>();
  const location = { search: '', pathname: '/oauth2callback', assigned: '' };
  vi.stubGlobal('location', {
    ...location,
    get search() {
      return location.search;
    },
    assign: (url: string) => (location.assigned = url),
  });
  vi.stubGlobal('history', { replaceState: () => undefined });
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  return location;
}

describe('flows/auth-code-pkce/: the sample', () => {
  let sample: PkceSample;
  beforeAll(async () => {
    sample = (await import(file('flows/_samples/pkce.mjs'))) as PkceSample;
    sample.app.server = server.origin;
  });
  afterEach(() => void vi.unstubAllGlobals());

  test('hashes the verifier of RingCentral’s guide to its challenge', async () => {
    expect(await sample.challengeOf('pIUgx4tiqFpaOUz0HMc_QbIyQlL901w8mRmkrmhEJ_E')).toBe(
      '_drLS7o5FwkfUiBhlq2hwJnK_SC6yE7sKOde5O1fdzk',
    );
  });

  test('signs in, calls the API, refreshes once for two askers and revokes', async () => {
    const location = tab();
    await sample.begin();
    location.search = new URL(await pressThrough(location.assigned)).search;
    const tokens = await sample.finish();
    expect(await sample.whoAmI(tokens)).toMatchObject({ extensionNumber: '101' });
    const [one, other] = await Promise.all([sample.refresh(tokens), sample.refresh(tokens)]);
    expect(one).toBe(other);
    expect(one['access_token']).not.toBe(tokens['access_token']);
    expect(await sample.revoke(one)).toBeUndefined();
    await expect(sample.refresh(one)).rejects.toThrow(/^OAU-2\d\d$/);
  });

  test('stops at a state that it did not send', async () => {
    const location = tab();
    await sample.begin();
    location.search = '?code=SANDBOX-CODE-not-a-secret&state=another';
    await expect(sample.finish()).rejects.toThrow('Not an answer to this sign-in');
  });
});
