import { describe, expect, it } from 'vitest';
import { basic, codeOf, makeTestSandbox, origin, read } from '../testing/test-sandbox.ts';

const callback = `${origin}/callback/`;
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const web = basic('sandbox-server-web');
const bound = { codeChallenge: challenge, codeChallengeMethod: 'S256' as const };

describe('authorization_code', () => {
  const form = (code: string, more: Record<string, string> = {}) => ({
    grant_type: 'authorization_code',
    code,
    redirect_uri: callback,
    ...more,
  });

  it('AS-124, AS-125 works once; a valid replay ends the session of the first use', async () => {
    const box = makeTestSandbox();
    const code = await box.addCode(bound);
    const first = await read(await box.token(form(code, { code_verifier: verifier }), web));
    expect(first.status).toBe(200);
    const thief = await box.token(form(code, { code_verifier: `${verifier}x` }), web);
    expect((await read(thief)).errors[0]?.errorCode).toBe('OAU-106');
    expect(await box.store.tokens.getAccess(first.access_token)).toBeDefined();
    const again = await box.token(form(code, { code_verifier: verifier }), web);
    expect(again.headers.get('sandbox-rule')).toBe('AS-125');
    expect(await read(again)).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await box.store.tokens.getAccess(first.access_token)).toMatchObject({
      endedWithSession: true,
    });
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
    expect(codeOf(await read(await box.token(refresh, web)))).toBe('OAU-213');
  });

  it('AS-126 a replay after the code’s life is still known', async () => {
    const box = makeTestSandbox();
    const code = await box.addCode();
    const first = await read(await box.token(form(code), web));
    box.clock.forward(90);
    expect(codeOf(await read(await box.token(form(code), web)))).toBe('OAU-106');
    expect(await box.store.tokens.getAccess(first.access_token)).toMatchObject({
      endedWithSession: true,
    });
  });

  it.each([
    ['none', verifier, true],
    ['any', `${verifier}x`, false],
  ] as const)('revokeOnReplay %s', async (revokeOnReplay, second, lives) => {
    const box = makeTestSandbox();
    await box.setPolicy({ revokeOnReplay });
    const code = await box.addCode(bound);
    const first = await read(await box.token(form(code, { code_verifier: verifier }), web));
    expect((await box.token(form(code, { code_verifier: second }), web)).status).toBe(400);
    const left = await box.store.tokens.getAccess(first.access_token);
    expect(left?.endedAt === undefined).toBe(lives);
  });

  it('AS-127 gives one success to parallel redemptions', async () => {
    const box = makeTestSandbox();
    const code = await box.addCode(bound);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => box.token(form(code, { code_verifier: verifier }), web)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('AS-119 refuses an unknown and an expired code; a longer life revives the latter', async () => {
    const box = makeTestSandbox();
    expect(codeOf(await read(await box.token(form('unknown'), web)))).toBe('OAU-106');
    const code = await box.addCode();
    box.clock.forward(60);
    box.clock.forward(1);
    expect(codeOf(await read(await box.token(form(code), web)))).toBe('OAU-108');
    await box.store.policy.putOverrides('sandbox-server-web', { codeLifetimeSeconds: 1200 });
    expect((await box.token(form(code), web)).status).toBe(200);
  });

  it('AS-059 a code lives to the very end of its time, and not a moment longer', async () => {
    const box = makeTestSandbox();
    const [first, second] = [await box.addCode(), await box.addCode()];
    box.clock.forward(60);
    expect((await box.token(form(first), web)).status).toBe(200);
    box.clock.forward(0.001);
    expect(codeOf(await read(await box.token(form(second), web)))).toBe('OAU-108');
  });

  it('AS-118 needs a code', async () => {
    const box = makeTestSandbox();
    const body = await read(await box.token(form(''), web));
    expect([body.error, codeOf(body)]).toEqual(['invalid_request', 'SANDBOX-REQUEST-5']);
  });

  it('AS-120 refuses another client and leaves the code to its owner', async () => {
    const box = makeTestSandbox();
    const code = await box.addCode();
    const other = await box.token(form(code), basic('sandbox-public-web'));
    expect(codeOf(await read(other))).toBe('OAU-110');
    expect((await box.token(form(code), web)).status).toBe(200);
  });

  it('AS-121, AS-122 compares the redirect URI with the one of the request', async () => {
    const box = makeTestSandbox();
    const code = await box.addCode();
    const differs = await read(await box.token(form(code, { redirect_uri: `${callback}x` }), web));
    expect([differs.error, codeOf(differs)]).toEqual(['invalid_redirect_uri', 'OAU-109']);
    const absent = await read(await box.token(form(code, { redirect_uri: '' }), web));
    expect(absent.error).toBe('invalid_request');
    expect((await box.token(form(code), web)).status).toBe(200);
    const unsent = await box.addCode({ redirectUriSent: false });
    expect((await box.token(form(unsent, { redirect_uri: '' }), web)).status).toBe(200);
    await box.setPolicy({ profile: 'oauth21' });
    const modern = await box.addCode();
    expect((await box.token(form(modern, { redirect_uri: 'x' }), web)).status).toBe(200);
  });

  it('AS-128 to AS-133 PKCE', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ consumeCodeOnWrongVerifier: false });
    const code = await box.addCode(bound);
    const attempt = async (text: string, of = code) => {
      const body = await read(await box.token(form(of, { code_verifier: text }), web));
      return [body.status, body.error, body.errors && codeOf(body)];
    };
    const grantError = (pkce: string) => [400, 'invalid_grant', pkce];
    expect(await attempt('')).toEqual(grantError('SANDBOX-PKCE-1'));
    expect(await attempt('short')).toEqual(grantError('SANDBOX-PKCE-3'));
    expect(await attempt(challenge)).toEqual(grantError('SANDBOX-PKCE-2'));
    expect(await attempt(verifier.toLowerCase())).toEqual(grantError('SANDBOX-PKCE-2'));
    const free = await box.addCode();
    expect(await attempt(verifier, free)).toEqual(grantError('SANDBOX-PKCE-4'));
    // AS-131: the S256 of "short", right but too short.
    const weak = await box.addCode({
      codeChallenge: '-bAHi131ltLqGQEMABu9AJ5lHeLFfo-341XzHrnT9zk',
      codeChallengeMethod: 'S256',
    });
    expect(await attempt('short', weak)).toEqual(grantError('SANDBOX-PKCE-3'));
    const plain = await box.addCode({ codeChallenge: verifier, codeChallengeMethod: 'plain' });
    expect(await attempt(challenge, plain)).toEqual(grantError('SANDBOX-PKCE-2'));
    expect((await attempt(verifier, plain))[0]).toBe(200);
    expect((await attempt(verifier))[0]).toBe(200);
  });

  it('AS-134 a wrong verifier uses the code up', async () => {
    const box = makeTestSandbox();
    const code = await box.addCode(bound);
    await box.token(form(code, { code_verifier: `${verifier}x` }), web);
    const body = await read(await box.token(form(code, { code_verifier: verifier }), web));
    expect(codeOf(body)).toBe('OAU-106');
  });

  it('AS-129 the secret does not replace the verifier, nor the verifier the secret', async () => {
    const box = makeTestSandbox();
    const code = await box.addCode(bound);
    const bare = form(code, { client_id: 'sandbox-server-web', code_verifier: verifier });
    expect(codeOf(await read(await box.token(bare)))).toBe('OAU-123');
    await box.setPolicy({ pkceReplacesSecret: true });
    const free = await box.addCode();
    expect(codeOf(await read(await box.token({ ...bare, code: free })))).toBe('OAU-123');
    expect((await box.token(bare)).status).toBe(200);
  });

  it('gives no refresh token to an app that does not issue them, or on refresh_token_ttl=0', async () => {
    const box = makeTestSandbox();
    const none = await box.addCode({ clientId: 'sandbox-no-refresh' });
    const body = await read(await box.token(form(none), basic('sandbox-no-refresh')));
    expect(body.status).toBe(200);
    expect(body.refresh_token).toBeUndefined();
    expect(body.refresh_token_expires_in).toBeUndefined();
    const zero = await box.addCode();
    const without = await read(await box.token(form(zero, { refresh_token_ttl: '0' }), web));
    expect(without.status).toBe(200);
    expect(without.refresh_token).toBeUndefined();
  });

  it('AS-135 ignores scope', async () => {
    const box = makeTestSandbox();
    const code = await box.addCode({ scopes: ['ReadAccounts'] });
    const body = await read(await box.token(form(code, { scope: 'ReadCallLog' }), web));
    expect(body.scope).toBe('ReadAccounts');
  });

  it.each([
    [600, 'replayed', 'AS-125'],
    [601, undefined, 'AS-124'],
  ])(
    'AS-126 a second use after %i seconds of 600 finds the session %s',
    async (after, ended, rule) => {
      const box = makeTestSandbox();
      await box.setPolicy({
        codeTombstoneSeconds: 600,
        revokeOnReplay: 'valid',
        codeLifetimeSeconds: 60,
      });
      const code = await box.addCode();
      const form = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: `${origin}/callback/`,
      };
      const first = await read(await box.token(form, basic('sandbox-server-web')));
      expect(first.status).toBe(200);
      box.clock.forward(after);
      const second = await box.token(form, basic('sandbox-server-web'));
      expect([second.status, second.headers.get('sandbox-rule')]).toEqual([400, rule]);
      expect((await box.store.sessions.get(first.session_id))?.ended).toBe(ended);
    },
  );
});
