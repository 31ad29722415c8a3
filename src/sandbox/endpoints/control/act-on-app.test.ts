import { describe, expect, it } from 'vitest';
import { basic, makeTestSandbox, origin, read } from '../../testing/test-sandbox.ts';
import { good, makeAuthorizeSandbox } from '../../testing/authorize-sandbox.ts';

const clientId = 'sandbox-server-web';
const me = '/restapi/v1.0/account/~/extension/~';

async function signedIn() {
  const sandbox = makeTestSandbox();
  const code = await sandbox.addCode();
  const form = { grant_type: 'authorization_code', code, redirect_uri: `${origin}/callback/` };
  const pair = await read(await sandbox.token(form, basic(clientId)));
  const act = async (name: unknown, id = clientId) => {
    const response = await sandbox.send(`/sandbox/api/apps/${id}/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ act: name }),
    });
    return { status: response.status, body: await response.json() };
  };
  const call = async (token: string) => {
    const response = await sandbox.send(me, { headers: { authorization: `Bearer ${token}` } });
    const body = (await response.json()) as { errors?: { errorCode: string }[] };
    return [response.status, body.errors?.[0]?.errorCode];
  };
  return { sandbox, pair, act, call };
}

describe('POST /sandbox/api/apps/{clientId}/acts', () => {
  it('expires access tokens; a refresh brings one that works', async () => {
    const { sandbox, pair, act, call } = await signedIn();
    expect(await act('expire-access-tokens')).toEqual({
      status: 200,
      body: { act: 'expire-access-tokens', sessions: 1 },
    });
    expect(await call(pair.access_token)).toEqual([401, 'OAU-128']);
    sandbox.clock.forward(1);
    const form = { grant_type: 'refresh_token', refresh_token: pair.refresh_token };
    const next = await read(await sandbox.token(form, basic(clientId)));
    expect(await call(next.access_token)).toEqual([200, undefined]);
  });

  it('ends the app’s sessions, and those of no other app', async () => {
    const { sandbox, pair, act, call } = await signedIn();
    const code = await sandbox.addCode({ clientId: 'sandbox-no-refresh' });
    const form = { grant_type: 'authorization_code', code, redirect_uri: `${origin}/callback/` };
    const other = await read(await sandbox.token(form, basic('sandbox-no-refresh')));
    expect((await act('revoke-sessions')).body).toEqual({ act: 'revoke-sessions', sessions: 1 });
    expect(await call(pair.access_token)).toEqual([401, 'OAU-213']);
    expect(await call(other.access_token)).toEqual([200, undefined]);
    expect((await act('revoke-sessions')).body).toEqual({ act: 'revoke-sessions', sessions: 0 });
  });

  it('is no part of the app’s settings', async () => {
    const { sandbox, act } = await signedIn();
    await act('refuse-next-consent');
    const response = await sandbox.send(`/sandbox/api/apps/${clientId}`);
    expect(await response.json()).not.toHaveProperty('acts');
  });

  it('refuses what it does not know', async () => {
    const { act } = await signedIn();
    expect((await act('fire')).status).toBe(400);
    expect((await act('__proto__')).status).toBe(400);
    expect(await act('revoke-sessions', 'nobody')).toMatchObject({
      status: 404,
      body: { errors: [{ path: 'clientId' }] },
    });
  });
});

describe('refuse-next-consent', () => {
  it('AS-055 answers one consent as denied, and the next one as pressed', async () => {
    const { ask, signIn, press, send } = await makeAuthorizeSandbox();
    await send(`/sandbox/api/apps/${good.client_id}/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ act: 'refuse-next-consent' }),
    });
    const consent = async () => press(await signIn(await ask(good)), { allow: '1' });
    const first = await consent();
    expect([first.status, first.query.get('error'), first.query.get('state')]).toEqual([
      303,
      'access_denied',
      good.state,
    ]);
    expect((await consent()).query.has('code')).toBe(true);
  });
});
