import { SignJWT, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { basic, codeOf, makeTestSandbox, origin, read } from '../testing/test-sandbox.ts';
import type { TestSandbox } from '../testing/test-sandbox.ts';

const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const app = basic('sandbox-jwt');

interface Made {
  status: number;
  jwt: string;
  id: string;
}

async function make(box: TestSandbox, body: Record<string, unknown> = {}): Promise<Made> {
  const response = await box.send('/sandbox/api/jwt', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ extensionNumber: '101', ...body }),
  });
  return { ...((await response.json()) as Made), status: response.status };
}

const exchange = (box: TestSandbox, assertion: string, more = {}, headers = app) =>
  box.token({ grant_type: grantType, assertion, ...more }, headers);

const part = (jwt: string, index: number) =>
  JSON.parse(Buffer.from(jwt.split('.')[index] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a JWT credential', () => {
  it('has the header and the claims of RingCentral’s sample', async () => {
    const box = makeTestSandbox();
    const { status, jwt } = await make(box);
    expect(status).toBe(201);
    expect(part(jwt, 0)).toEqual({ kid: expect.any(String), typ: 'JWT', alg: 'RS256' });
    const now = box.clock.now() / 1000;
    expect(part(jwt, 1)).toEqual({
      aud: `${origin}/restapi/oauth/token`,
      iss: origin,
      sub: '1000101',
      iat: now,
      exp: now + 2_147_483_647,
      jti: expect.stringMatching(/^[\w-]{22}$/) as string,
    });
  });

  it('verifies with the published key', async () => {
    const box = makeTestSandbox();
    const { jwt } = await make(box);
    const { createLocalJWKSet, jwtVerify } = await import('jose');
    const keys = await (await box.send('/restapi/oauth/jwks')).json();
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const options = { issuer: origin, currentDate: new Date(box.clock.now()) };
    const keySet = createLocalJWKSet(keys as Parameters<typeof createLocalJWKSet>[0]);
    expect((await jwtVerify(jwt, keySet, options)).payload.sub).toBe('1000101');
  });

  it('is listed without its text, and ends when it is revoked', async () => {
    const box = makeTestSandbox();
    const { jwt, id } = await make(box, { clientIds: ['sandbox-jwt'] });
    const list = await (await box.send('/sandbox/api/jwt')).text();
    expect(JSON.parse(list)).toMatchObject([
      { id, extensionNumber: '101', clientIds: ['sandbox-jwt'] },
    ]);
    expect(list).not.toContain(jwt.slice(0, 20));
    const end = () => box.send(`/sandbox/api/jwt/${id}`, { method: 'DELETE' });
    expect((await end()).status).toBe(204);
    expect((await end()).status).toBe(404);
    expect(await (await box.send('/sandbox/api/jwt')).json()).toEqual([]);
    expect(codeOf(await read(await exchange(box, jwt)))).toBe('SANDBOX-JWT-5');
  });

  it.each([
    ['unknown extension', { extensionNumber: '999' }],
    ['a number', { extensionNumber: 101 }],
    ['no app at all', { clientIds: [] }],
    ['not a date', { expiresAt: 'tomorrow' }],
    ['an unknown member', { __proto: 1 }],
    ['claims that are no object', { claims: [] }],
  ])('is refused with %s', async (_what, body) => {
    expect((await make(makeTestSandbox(), body)).status).toBe(400);
  });

  it('does not outlive a reset', async () => {
    const box = makeTestSandbox();
    const { jwt } = await make(box);
    await box.send('/sandbox/api/reset', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(codeOf(await read(await exchange(box, jwt)))).toBe('SANDBOX-JWT-5');
  });
});

describe('JWT bearer', () => {
  it('AS-153 gives its user’s tokens, a refresh token too where the app has them on', async () => {
    const box = makeTestSandbox();
    const body = await read(await exchange(box, (await make(box)).jwt));
    expect(body).toMatchObject({
      status: 200,
      token_type: 'bearer',
      expires_in: 3600,
      refresh_token_expires_in: 604_800,
      owner_id: '1000101',
      scope: 'ReadAccounts ReadCallLog',
    });
    const next = { grant_type: 'refresh_token', refresh_token: body.refresh_token };
    expect((await box.token(next, app)).status).toBe(200);
  });

  it('AS-162 gives none to whoever asks for the RFC’s answers', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ errorShape: 'rfc' });
    const body = await read(await exchange(box, (await make(box)).jwt));
    expect([body.status, body.refresh_token]).toEqual([200, undefined]);
  });

  it('AS-159 may be used again, and at any loopback name of the site', async () => {
    const box = makeTestSandbox();
    const issuer = 'http://127.0.0.1:4321';
    const claims = { iss: issuer, aud: [`${issuer}/restapi/oauth/token`, 'https://x.example'] };
    const { jwt } = await make(box, { claims });
    expect((await exchange(box, jwt)).status).toBe(200);
    expect((await exchange(box, jwt)).status).toBe(200);
  });

  it.each([
    ['AS-155 no iss', { iss: null }, 'SANDBOX-JWT-1'],
    ['AS-155 no sub', { sub: null }, 'SANDBOX-JWT-1'],
    ['AS-155 no aud', { aud: null }, 'SANDBOX-JWT-1'],
    ['AS-155 no exp', { exp: null }, 'SANDBOX-JWT-1'],
    ['AS-155 exp as text', { exp: '2000000000' }, 'SANDBOX-JWT-1'],
    ['AS-156 another audience', { aud: 'https://platform.ringcentral.com' }, 'SANDBOX-JWT-3'],
    ['AS-156 a slash more', { aud: `${origin}/` }, 'SANDBOX-JWT-3'],
    ['AS-156 none of several', { aud: ['a', 'b'] }, 'SANDBOX-JWT-3'],
    ['AS-157 expired', { exp: 1_700_000_000 }, 'SANDBOX-JWT-4'],
    ['AS-157 not yet', { nbf: 1_700_000_001 }, 'SANDBOX-JWT-4'],
    ['AS-158 another issuer', { iss: 'https://platform.ringcentral.com' }, 'SANDBOX-JWT-2'],
    ['AS-160 nobody', { sub: '42' }, 'OAU-136'],
    ['AS-160 not an id', { sub: '__proto__' }, 'OAU-136'],
  ])('%s is invalid_grant', async (name, claims, code) => {
    const box = makeTestSandbox();
    const response = await exchange(box, (await make(box, { claims })).jwt);
    expect(response.headers.get('sandbox-rule')).toBe(name.slice(0, 6));
    const body = await read(response);
    expect([body.status, body.error, codeOf(body)]).toEqual([400, 'invalid_grant', code]);
  });

  it('AS-157 lives from the very second of nbf until before that of exp', async () => {
    const box = makeTestSandbox();
    const now = box.clock.now() / 1000;
    const { jwt } = await make(box, { claims: { nbf: now, exp: now + 1 } });
    expect((await exchange(box, jwt)).status).toBe(200);
    box.clock.forward(0.999);
    expect((await exchange(box, jwt)).status).toBe(200);
    box.clock.forward(0.001);
    expect(codeOf(await read(await exchange(box, jwt)))).toBe('SANDBOX-JWT-4');
  });

  it('AS-156 takes the issuer for an audience, and AS-155 asks for no jti', async () => {
    const box = makeTestSandbox();
    const { jwt } = await make(box, { claims: { aud: origin, jti: null } });
    expect((await exchange(box, jwt)).status).toBe(200);
  });

  it('AS-157 expires on the sandbox’s clock, whichever way the date was told', async () => {
    const box = makeTestSandbox();
    const end = box.clock.now() + 60_000;
    const told = [end, end / 1000, new Date(end).toISOString()];
    const made = await Promise.all(told.map((expiresAt) => make(box, { expiresAt })));
    for (const { jwt } of made) expect((await exchange(box, jwt)).status).toBe(200);
    box.clock.forward(60);
    for (const { jwt } of made) {
      expect(codeOf(await read(await exchange(box, jwt)))).toBe('SANDBOX-JWT-4');
    }
  });

  it('AS-158 takes its own key and RS256, and nothing else', async () => {
    const box = makeTestSandbox();
    const { jwt } = await make(box);
    const [header = '', payload = '', mac = ''] = jwt.split('.');
    const codeFor = async (assertion: string) => codeOf(await read(await exchange(box, assertion)));

    expect(await codeFor(`${encode({ typ: 'JWT', alg: 'none' })}.${payload}.`)).toBe('OAU-347');
    const keys = (await (await box.send('/restapi/oauth/jwks')).json()) as { keys: object[] };
    const publicKey = new TextEncoder().encode(JSON.stringify(keys.keys[0]));
    const claims = part(jwt, 1);
    const confused = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(publicKey);
    expect(await codeFor(confused)).toBe('OAU-347');
    const other = await generateKeyPair('RS256');
    const foreign = await new SignJWT(claims)
      .setProtectedHeader({ ...part(jwt, 0), alg: 'RS256' })
      .sign(other.privateKey);
    expect(await codeFor(foreign)).toBe('OAU-345');
    expect(await codeFor(`${header}.${encode({ ...claims, sub: '1000102' })}.${mac}`)).toBe(
      'OAU-345',
    );
    expect(await codeFor(`${header}.${payload}.`)).toBe('OAU-345');
    expect(await codeFor(jwt.slice(0, -10))).toBe('OAU-345');
    const critical = encode({ alg: 'RS256', crit: ['b64'], b64: false });
    expect(await codeFor(`${critical}.${payload}.${mac}`)).toBe('OAU-345');
  });

  it.each([
    ['a word', 'junk'],
    ['two parts', 'eyJhbGciOiJSUzI1NiJ9.e30'],
    ['not JSON', 'bm90.bm90.x'],
    ['a list', `${encode([])}.${encode({})}.x`],
    ['null', `${encode(null)}.${encode(null)}.x`],
    ['two JWTs', 'e30.e30.x e30.e30.x'],
    ['a line break', 'e30.\ne30.x'],
    ['60 kB', `${'A'.repeat(60_000)}.A.A`],
  ])('OAU-331 for %s', async (_what, assertion) => {
    const body = await read(await exchange(makeTestSandbox(), assertion));
    expect([body.status, body.error, codeOf(body)]).toEqual([400, 'invalid_request', 'OAU-331']);
  });

  it('AS-153 assertion missing is invalid_request; AS-004 twice is too', async () => {
    const box = makeTestSandbox();
    const none = await read(await box.token({ grant_type: grantType }, app));
    expect([none.status, none.error]).toEqual([400, 'invalid_request']);
    const { jwt } = await make(box);
    const twice = await box.send('/restapi/oauth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...app },
      body: `grant_type=${encodeURIComponent(grantType)}&assertion=${jwt}&assertion=${jwt}`,
    });
    expect(codeOf(await read(twice))).toBe('OAU-111');
  });

  it('X17 OAU-473 for an app that the credential does not list', async () => {
    const box = makeTestSandbox();
    const { jwt } = await make(box, { clientIds: ['another-app'] });
    const response = await exchange(box, jwt);
    expect(response.headers.get('sandbox-rule')).toBe('X17');
    expect(await read(response)).toMatchObject({
      status: 400,
      error: 'invalid_request',
      error_description: 'The client [sandbox-jwt] is not allowed to use this personal API Key',
      errors: [{ errorCode: 'OAU-473' }],
    });
    const listed = await make(box, { clientIds: ['another-app', 'sandbox-jwt'] });
    expect((await exchange(box, listed.jwt)).status).toBe(200);
  });

  it.each([
    ['101', 200, undefined],
    ['102', 403, 'CMN-408'],
    ['103', 200, undefined],
    ['104', 200, undefined],
    ['105', 400, 'OAU-141'],
  ])('extension %s answers %i', async (extensionNumber, status, code) => {
    const box = makeTestSandbox();
    const { jwt } = await make(box, { extensionNumber });
    const body = await read(await exchange(box, jwt));
    expect([body.status, body.errors?.[0]?.errorCode]).toEqual([status, code]);
  });

  it('X18, X16 another company: the app is listed, and the app is public', async () => {
    const box = makeTestSandbox();
    const other = { companyNumber: '+18335550200' };
    const all = await exchange(box, (await make(box, other)).jwt);
    expect([all.headers.get('sandbox-rule'), codeOf(await read(all))]).toEqual(['X18', 'OAU-473']);
    const listed = { ...other, clientIds: ['sandbox-jwt'] };
    const refused = await read(await exchange(box, (await make(box, listed)).jwt));
    expect(codeOf(refused)).toBe('SANDBOX-USER-1');
    const record = await box.store.apps.get('sandbox-jwt');
    if (record) await box.store.apps.put({ ...record, audience: 'public' });
    const body = await read(await exchange(box, (await make(box, listed)).jwt));
    expect([body.status, body.owner_id]).toEqual([200, '2000101']);
  });

  it('AS-098 OAU-251 for an app whose settings have no JWT, AS-154 and none without its secret', async () => {
    const box = makeTestSandbox();
    const { jwt } = await make(box);
    const web = await read(await exchange(box, jwt, {}, basic('sandbox-server-web')));
    expect([web.status, web.error, codeOf(web)]).toEqual([400, 'unauthorized_client', 'OAU-251']);
    const bare = await read(await box.token({ grant_type: grantType, assertion: jwt }));
    expect([bare.status, codeOf(bare)]).toEqual([400, 'OAU-123']);
    const wrong = await read(await exchange(box, jwt, {}, basic('sandbox-jwt', 'x')));
    expect(codeOf(wrong)).toBe('OAU-146');
  });

  it('AS-161 a scope that the app lacks is invalid_scope where the policy refuses', async () => {
    const box = makeTestSandbox();
    const { jwt } = await make(box);
    expect((await exchange(box, jwt, { scope: 'Faxes' })).status).toBe(200);
    await box.setPolicy({ unknownScope: 'refuse' });
    expect((await read(await exchange(box, jwt, { scope: 'Faxes' }))).error).toBe('invalid_scope');
    const narrow = await read(await exchange(box, jwt, { scope: 'ReadAccounts' }));
    expect([narrow.status, narrow.scope]).toEqual([200, 'ReadAccounts']);
  });

  it('AS-175, AS-187 is no token: revoking it does nothing, and the API does not take it', async () => {
    const box = makeTestSandbox();
    const { jwt } = await make(box);
    expect((await box.revoke({ token: jwt }, app)).status).toBe(200);
    expect((await exchange(box, jwt)).status).toBe(200);
    const call = await box.send('/restapi/v1.0/account/~/extension/~', {
      headers: { authorization: `Bearer ${jwt}` },
    });
    expect([call.status, codeOf(await read(call))]).toEqual([401, 'OAU-149']);
  });
});
