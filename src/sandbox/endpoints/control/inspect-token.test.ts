import { beforeEach, describe, expect, it } from 'vitest';
import { basic, makeTestSandbox, origin, read } from '../../testing/test-sandbox.ts';
import type { TestSandbox, TokenBody } from '../../testing/test-sandbox.ts';

let sandbox: TestSandbox;
let pair: TokenBody;

async function inspect(body: unknown, headers: Record<string, string> = {}) {
  const response = await sandbox.send('/sandbox/api/tokens/inspect', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

beforeEach(async () => {
  sandbox = makeTestSandbox();
  const code = await sandbox.addCode();
  pair = await read(
    await sandbox.token(
      { grant_type: 'authorization_code', code, redirect_uri: `${origin}/callback/` },
      basic('sandbox-server-web'),
    ),
  );
});

describe('POST /sandbox/api/tokens/inspect', () => {
  it('tells what an access token means', async () => {
    const { status, body } = await inspect({ token: pair.access_token });
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: 'access-token',
      status: 'live',
      clientId: 'sandbox-server-web',
      extensionId: 1_000_101,
      extensionNumber: '101',
      scopes: ['ReadAccounts', 'ReadCallLog'],
      issuedAt: 1_700_000_000_000,
      expiresAt: 1_700_003_600_000,
      sessionId: pair.session_id,
      grantType: 'authorization_code',
      now: 1_700_000_000_000,
    });
  });

  it('tells a refresh token from an access token, and that a new one took its place', async () => {
    expect((await inspect({ token: pair.refresh_token })).body).toMatchObject({
      kind: 'refresh-token',
      status: 'live',
    });
    const form = { grant_type: 'refresh_token', refresh_token: pair.refresh_token };
    await sandbox.token(form, basic('sandbox-server-web'));
    expect((await inspect({ token: pair.refresh_token })).body).toMatchObject({
      status: 'replaced',
      replacedAt: 1_700_000_000_000,
    });
    expect((await inspect({ token: pair.access_token })).body).toMatchObject({ status: 'ended' });
  });

  it('knows an expired token from one that ended with its session', async () => {
    sandbox.clock.forward(3601);
    expect((await inspect({ token: pair.access_token })).body).toMatchObject({ status: 'expired' });
    await sandbox.revoke({ token: pair.refresh_token }, basic('sandbox-server-web'));
    const { body } = await inspect({ token: pair.refresh_token });
    // What ended may have been dropped; a token that is still kept says why.
    expect(body.kind === 'unknown' || body.status === 'ended').toBe(true);
  });

  it('says of any other text that it is unknown, and whether it has the shape', async () => {
    expect((await inspect({ token: 'x' })).body).toMatchObject({
      kind: 'unknown',
      ownShape: false,
    });
    const last = pair.access_token.endsWith('-') ? '_' : '-';
    const own = `${pair.access_token.slice(0, -1)}${last}`;
    expect((await inspect({ token: own })).body).toMatchObject({ kind: 'unknown', ownShape: true });
    expect((await inspect({ token: '' })).body).toMatchObject({ kind: 'unknown' });
  });

  it.each([[{}], [{ token: 1 }], [{ token: 'x'.repeat(8193) }], [{ token: 'x', other: 1 }], [[]]])(
    'refuses %j with 400',
    async (body) => {
      const answered = await inspect(body);
      expect(answered.status).toBe(400);
      expect(answered.body.errors).not.toEqual([]);
    },
  );

  it('is guarded: another origin 403, another media type 415', async () => {
    const token = pair.access_token;
    expect((await inspect({ token }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await inspect({ token }, { 'content-type': 'text/plain' })).status).toBe(415);
  });
});
