import { describe, expect, it } from 'vitest';
import { basic, codeOf, makeTestSandbox, read } from '../testing/test-sandbox.ts';

const only = basic('sandbox-server-only');
const login = {
  grant_type: 'password',
  username: '+18335550100*101',
  password: 'sandbox-password',
};

async function started() {
  const box = makeTestSandbox();
  const tokens = await read(await box.token(login, only));
  const lives = async () => ({
    access:
      (await box.store.tokens.getAccess(tokens.access_token))?.endedAt === undefined &&
      (await box.store.tokens.getAccess(tokens.access_token)) !== undefined,
    refresh: (await box.store.tokens.getRefresh(tokens.refresh_token))?.endedAt === undefined,
  });
  const refresh = async () =>
    read(
      await box.token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token }, only),
    );
  return { box, tokens, lives, refresh };
}

describe('revocation', () => {
  it('AS-172 answers 200 without a body', async () => {
    const { box, tokens } = await started();
    const response = await box.revoke({ token: tokens.access_token }, only);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-type')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['session', 'access_token', { access: false, refresh: false }],
    ['session', 'refresh_token', { access: false, refresh: false }],
    ['grant', 'access_token', { access: false, refresh: true }],
    ['grant', 'refresh_token', { access: false, refresh: false }],
    ['token', 'access_token', { access: false, refresh: true }],
    ['token', 'refresh_token', { access: true, refresh: false }],
  ] as const)('revokeCascade %s by the %s', async (revokeCascade, kind, left) => {
    const { box, tokens, lives } = await started();
    await box.setPolicy({ revokeCascade });
    expect((await box.revoke({ token: tokens[kind] }, only)).status).toBe(200);
    expect(await lives()).toEqual(left);
  });

  it('AS-178 the API refuses the dead token at once, and the log tells its app', async () => {
    const { box, tokens } = await started();
    await box.revoke({ token: tokens.refresh_token }, only);
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    const answer = await box.send('/restapi/v1.0/account/~/extension/~', { headers });
    const challenge = answer.headers.get('www-authenticate');
    expect([answer.status, codeOf(await read(answer))]).toEqual([401, 'OAU-213']);
    expect(challenge).toContain('error="invalid_token"');
    const exchanges = await box.logOf('sandbox-server-only');
    expect(exchanges.at(-1)).toMatchObject({
      clientId: 'sandbox-server-only',
      response: { status: 401 },
    });
  });

  it('AS-168 a token that has ended is still its own app’s alone', async () => {
    const { box, tokens } = await started();
    const token = tokens.access_token;
    await box.revoke({ token }, only);
    const other = await box.revoke({ token }, basic('sandbox-server-web'));
    expect([other.status, codeOf(await read(other))]).toEqual([400, 'OAU-164']);
    expect((await box.revoke({ token }, only)).status).toBe(200);
  });

  it('OAU-211 a refresh after it is told that the token was revoked', async () => {
    const { box, tokens, refresh } = await started();
    await box.revoke({ token: tokens.access_token }, only);
    expect(codeOf(await refresh())).toBe('OAU-211');
  });

  it('AS-166, AS-167 an unknown token is 200, and a hint changes nothing', async () => {
    const { box, tokens, lives } = await started();
    for (const token of ['unknown', 'é"\n', '__proto__']) {
      expect((await box.revoke({ token }, only)).status).toBe(200);
    }
    const hinted = { token: tokens.access_token, token_type_hint: 'refresh_token' };
    expect((await box.revoke(hinted, only)).status).toBe(200);
    expect((await box.revoke(hinted, only)).status).toBe(200);
    expect((await lives()).access).toBe(false);
  });

  it('AS-168 another client’s token is refused and lives on', async () => {
    const { box, tokens, lives } = await started();
    const response = await box.revoke({ token: tokens.access_token }, basic('sandbox-server-web'));
    const message = 'Invalid client app is used for token revocation';
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        error: 'invalid_grant',
        errors: [{ errorCode: 'OAU-164', message }],
        error_description: message,
      },
    ]);
    expect(await lives()).toEqual({ access: true, refresh: true });
  });

  it('AS-164 needs a token, in a form, by POST', async () => {
    const { box } = await started();
    expect(await read(await box.revoke({}, only))).toMatchObject({
      status: 400,
      error: 'invalid_request',
    });
    const json = await box.send('/restapi/oauth/revoke', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...only },
      body: '{}',
    });
    expect(json.status).toBe(415);
    const get = await box.send('/restapi/oauth/revoke?token=x');
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('takes the token from the query, and refuses two that differ', async () => {
    const { box, tokens, lives } = await started();
    const differ = await box.post('/restapi/oauth/revoke?token=x', { token: 'y' }, only);
    expect(codeOf(await read(differ))).toBe('OAU-150');
    const path = `/restapi/oauth/revoke?token=${tokens.access_token}`;
    expect((await box.send(path, { method: 'POST', headers: only })).status).toBe(200);
    expect((await lives()).access).toBe(false);
  });

  it('AS-165 authenticates the client as the token endpoint does', async () => {
    const { box, tokens, lives } = await started();
    const wrong = await box.revoke(
      { token: tokens.access_token },
      basic('sandbox-server-only', 'wrong'),
    );
    expect(codeOf(await read(wrong))).toBe('OAU-146');
    await box.setPolicy({ errorShape: 'rfc' });
    const strict = await box.revoke({ token: tokens.access_token });
    expect(await read(strict)).toMatchObject({ status: 401, error: 'invalid_client' });
    expect(await lives()).toEqual({ access: true, refresh: true });
  });
});

describe('metadata', () => {
  const paths = ['/.well-known/oauth-authorization-server', '/.well-known/openid-configuration'];

  it.each(paths)('AS-190, AS-191 %s names the origin it came to', async (path) => {
    const box = makeTestSandbox();
    const response = await box.send(path, { headers: { origin: 'https://a.example' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://a.example');
    expect(await response.json()).toEqual({
      issuer: 'http://localhost:4321',
      authorization_endpoint: 'http://localhost:4321/restapi/oauth/authorize',
      token_endpoint: 'http://localhost:4321/restapi/oauth/token',
      revocation_endpoint: 'http://localhost:4321/restapi/oauth/revoke',
      jwks_uri: 'http://localhost:4321/restapi/oauth/jwks',
      response_types_supported: ['code', 'token'],
      response_modes_supported: ['query', 'fragment'],
      grant_types_supported: [
        'authorization_code',
        'refresh_token',
        'urn:ietf:params:oauth:grant-type:jwt-bearer',
        'implicit',
        'password',
      ],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
      revocation_endpoint_auth_methods_supported: [
        'client_secret_basic',
        'client_secret_post',
        'none',
      ],
      code_challenge_methods_supported: ['S256', 'plain'],
      authorization_response_iss_parameter_supported: false,
      ui_locales_supported: ['en'],
    });
  });

  it('AS-193, AS-195, AS-198 follows the policy in force', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ implicit: false, password: false, plain: false, iss: true });
    const response = await box.send('/.well-known/oauth-authorization-server');
    expect(await response.json()).toMatchObject({
      response_types_supported: ['code'],
      grant_types_supported: [
        'authorization_code',
        'refresh_token',
        'urn:ietf:params:oauth:grant-type:jwt-bearer',
      ],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    });
    const post = await box.send('/.well-known/oauth-authorization-server', { method: 'POST' });
    expect(post.status).toBe(405);
  });
});
