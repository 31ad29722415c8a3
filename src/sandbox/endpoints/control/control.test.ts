import { beforeEach, describe, expect, it } from 'vitest';
import { webRandom } from '#protocol/random.ts';
import type { Sandbox } from '../../context.ts';
import { createSandbox } from '../../sandbox.ts';
import { createMemoryStore } from '../../store/memory.ts';

const origin = 'http://localhost:4321';
let sandbox: Sandbox;

beforeEach(() => {
  sandbox = createSandbox({
    store: createMemoryStore(),
    clock: { now: () => 1_700_000_000_000 },
    random: webRandom,
    siteOrigins: [origin],
  });
});

async function call(method: string, path: string, body?: unknown) {
  const response = await sandbox.fetch(
    new Request(`${origin}/sandbox/api${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
    { browser: '' },
  );
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

const classicWeb = {
  name: 'An app',
  portal: 'classic',
  audience: 'private',
  platformType: 'ServerWeb',
  redirectUris: ['https://app.example/cb'],
  scopes: ['ReadAccounts'],
};

describe('apps', () => {
  it('are listed with the flows that their settings allow, in two parts', async () => {
    const { status, body } = await call('GET', '/apps');
    expect(status).toBe(200);
    expect(body).toHaveLength(11);
    const web = body.find((app: { clientId: string }) => app.clientId === 'sandbox-server-web');
    expect(web).toMatchObject({
      clientSecret: 'sandbox-server-web-secret',
      flows: {
        'auth-code': { bySettings: 'allowed' },
        password: { bySettings: 'refused', today: 'refused' },
      },
    });
    expect(Object.keys(web.flows)).toEqual([
      'auth-code',
      'auth-code-pkce',
      'implicit',
      'password',
      'refresh-token',
      'jwt',
      'client-credentials',
    ]);
  });

  it('are created with an id and a secret of [A-Za-z0-9_-]', async () => {
    const { status, body } = await call('POST', '/apps', classicWeb);
    expect(status).toBe(201);
    expect(body.clientId).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(body.clientSecret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect((await call('GET', `/apps/${body.clientId}`)).body).toEqual(body);
  });

  it('that are public clients get no secret, and may not bring one', async () => {
    const browser = { ...classicWeb, platformType: 'BrowserBased' };
    const { body } = await call('POST', '/apps', browser);
    expect(body).not.toHaveProperty('clientSecret');
    const refused = await call('POST', '/apps', { ...browser, clientSecret: 'x' });
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0].path).toBe('clientSecret');
  });

  it('take a given id of any printable characters, once', async () => {
    const clientId = 'a b/c:ü%+__proto__';
    const given = { ...classicWeb, clientId, clientSecret: 'p:q+% ü' };
    expect((await call('POST', '/apps', given)).status).toBe(201);
    expect((await call('POST', '/apps', given)).status).toBe(409);
    const { status, body } = await call('GET', `/apps/${encodeURIComponent(clientId)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ clientId, clientSecret: 'p:q+% ü' });
    expect((await call('POST', '/apps', { ...given, clientId: 'line\nbreak' })).status).toBe(400);
  });

  it.each([
    ['no body', '', ['']],
    ['no JSON', '{', ['']],
    ['an array', [], ['']],
    ['nothing in it', {}, ['name', 'portal', 'audience', 'redirectUris', 'scopes']],
    ['an unknown member', { ...classicWeb, color: 'red' }, ['']],
    ['__proto__', `{"__proto__":{"x":1},${JSON.stringify(classicWeb).slice(1)}`, ['']],
    ['constructor', { ...classicWeb, constructor: { prototype: {} } }, ['']],
    ['a fragment', { ...classicWeb, redirectUris: ['https://a.example/#'] }, ['redirectUris.0']],
    ['no platform type', { ...classicWeb, platformType: undefined }, ['platformType']],
    ['methods in classic', { ...classicWeb, methods: ['jwt'] }, ['methods']],
    ['an unknown portal', { ...classicWeb, portal: 'new' }, ['portal']],
  ])('with %s are refused with a list of issues, and nothing is stored', async (_, body, paths) => {
    const answer = await call('POST', '/apps', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((issue: { path: string }) => issue.path)).toEqual(paths);
    for (const issue of answer.body.errors) expect(issue.message).toMatch(/^[A-Z"].*\.$/);
    expect((await call('GET', '/apps')).body).toHaveLength(11);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('change in what an owner may change, and in nothing else', async () => {
    const { body } = await call('POST', '/apps', classicWeb);
    const path = `/apps/${body.clientId}`;
    const changed = await call('PATCH', path, { name: 'Other', issueRefreshTokens: false });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ name: 'Other', issueRefreshTokens: false });
    for (const [field, value] of [
      ['portal', 'current'],
      ['portal', 'classic'],
      ['platformType', 'BrowserBased'],
      ['audience', 'public'],
      ['redirectUris', ['http://app.example/cb']],
      ['clientId', 'x'],
      ['clientSecret', 'x'],
    ] as const) {
      const refused = await call('PATCH', path, { [field]: value });
      expect(refused.status, field).toBe(400);
    }
    expect((await call('GET', path)).body).toEqual(changed.body);
  });

  it('get a new secret, and only confidential ones do', async () => {
    const { body } = await call('POST', '/apps', classicWeb);
    const renewed = await call('POST', `/apps/${body.clientId}/secret`);
    expect(renewed.status).toBe(200);
    expect(renewed.body.clientSecret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(renewed.body.clientSecret).not.toBe(body.clientSecret);
    expect({ ...renewed.body, clientSecret: body.clientSecret }).toEqual(body);
    expect((await call('GET', `/apps/${body.clientId}`)).body).toEqual(renewed.body);

    const publicClient = await call('POST', '/apps/sandbox-browser/secret');
    expect(publicClient.status).toBe(400);
    expect(publicClient.body.errors[0]).toMatchObject({ path: 'clientSecret' });
    expect((await call('GET', '/apps/sandbox-browser')).body).not.toHaveProperty('clientSecret');
    expect((await call('POST', '/apps/nobody/secret')).status).toBe(404);
    expect((await call('GET', '/apps/sandbox-jwt/secret')).status).toBe(405);
  });

  it('with a new secret no longer answer to the old one, at the token endpoint', async () => {
    const token = (secret: string) =>
      sandbox.fetch(
        new Request(`${origin}/restapi/oauth/token`, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            authorization: `Basic ${btoa(`sandbox-server-only:${secret}`)}`,
          },
          body: 'grant_type=password&username=101%40sandbox.example&password=sandbox-password',
        }),
        { browser: '' },
      );
    expect((await token('sandbox-server-only-secret')).status).toBe(200);
    const { body } = await call('POST', '/apps/sandbox-server-only/secret');
    const refused = await token('sandbox-server-only-secret');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: 'invalid_client' });
    expect((await token(body.clientSecret)).status).toBe(200);
  });

  it('are removed once', async () => {
    expect((await call('DELETE', '/apps/sandbox-jwt')).status).toBe(204);
    expect((await call('DELETE', '/apps/sandbox-jwt')).status).toBe(404);
    expect((await call('PATCH', '/apps/sandbox-jwt', {})).status).toBe(404);
    expect((await call('GET', '/apps/__proto__')).status).toBe(404);
    expect((await call('GET', '/apps/%ZZ')).status).toBe(404);
  });
});

describe('the policy', () => {
  it('is answered whole; a preset sets all, then the fields beside it', async () => {
    const before = await call('GET', '/policy');
    expect(before.body).toMatchObject({ errorShape: 'ringcentral', pkce: 'optional' });
    const after = await call('PUT', '/policy', { preset: 'strict', iss: false });
    expect(after.body).toMatchObject({ errorShape: 'rfc', pkce: 'public', iss: false });
    expect((await call('GET', '/policy')).body).toEqual(after.body);
  });

  it('of one app overrides the general one in the fields it names', async () => {
    const path = '/policy?clientId=sandbox-browser';
    const own = await call('PUT', path, { codeLifetimeSeconds: 600 });
    expect(own.body).toMatchObject({ codeLifetimeSeconds: 600, pkce: 'optional' });
    await call('PUT', '/policy', { pkce: 'all' });
    expect((await call('GET', path)).body).toMatchObject({ codeLifetimeSeconds: 600, pkce: 'all' });
    expect((await call('GET', '/policy')).body).toMatchObject({ codeLifetimeSeconds: 60 });
    expect((await call('PUT', '/policy?clientId=nobody', {})).status).toBe(404);
    expect((await call('GET', '/policy?clientId=nobody')).status).toBe(404);
    expect((await call('GET', '/policy?clientId=%ZZ')).status).toBe(400);
  });

  it('of one app follows the general one again once its overrides are taken back', async () => {
    const path = '/policy?clientId=sandbox-browser';
    await call('PUT', path, { codeLifetimeSeconds: 600, iss: true });
    const back = await call('DELETE', path);
    expect(back.status).toBe(200);
    expect(back.body).toEqual((await call('GET', '/policy')).body);
    expect((await call('GET', path)).body).toEqual(back.body);
    expect((await call('DELETE', '/policy')).status).toBe(400);
    expect((await call('DELETE', '/policy?clientId=nobody')).status).toBe(404);
  });

  it('stays as it is when a field is unknown or out of range', async () => {
    const before = await call('GET', '/policy');
    for (const [body, path] of [
      [{ pkce: 'sometimes' }, 'pkce'],
      [{ codeLifetimeSeconds: -1 }, 'codeLifetimeSeconds'],
      [{ codeLifetimeSeconds: 0.5 }, 'codeLifetimeSeconds'],
      [{ iss: 'yes' }, 'iss'],
      [{ nothing: 1 }, ''],
      [{ preset: 'lenient' }, 'preset'],
    ] as const) {
      const refused = await call('PUT', '/policy', body);
      expect(refused.status).toBe(400);
      expect(refused.body.errors[0].path).toBe(path);
    }
    expect((await call('GET', '/policy')).body).toEqual(before.body);
  });
});

describe('clock, users, sessions and reset', () => {
  it('the clock is set from real time, not from where it stands', async () => {
    await call('PUT', '/clock', { offsetSeconds: 100 });
    await call('PUT', '/clock', { offsetSeconds: 60 });
    expect((await call('GET', '/clock')).body).toEqual({ offsetSeconds: 60 });
    expect((await call('POST', '/apps', classicWeb)).body.createdAt).toBe(1_700_000_060_000);
    for (const offsetSeconds of ['1', 1.5, 1e12, null]) {
      expect((await call('PUT', '/clock', { offsetSeconds })).status).toBe(400);
    }
  });

  it('users are the six of the contract', async () => {
    const { body } = await call('GET', '/users');
    expect(body).toHaveLength(6);
    expect(body[0]).toMatchObject({ extensionNumber: '101', administrator: true });
  });

  it('there is no session at first, and none to end', async () => {
    expect((await call('GET', '/sessions')).body).toEqual([]);
    expect((await call('DELETE', '/sessions/none')).status).toBe(404);
  });

  it('reset brings back all that was at the start', async () => {
    const before = await call('GET', '/apps');
    await call('POST', '/apps', classicWeb);
    await call('DELETE', '/apps/sandbox-jwt');
    await call('PUT', '/clock', { offsetSeconds: 7200 });
    await call('PUT', '/policy', { preset: 'strict' });
    await call('PUT', '/policy?clientId=sandbox-browser', { iss: true });
    expect((await call('POST', '/reset')).status).toBe(204);
    expect((await call('GET', '/apps')).body).toEqual(before.body);
    expect((await call('GET', '/clock')).body).toEqual({ offsetSeconds: 0 });
    expect((await call('GET', '/policy?clientId=sandbox-browser')).body).toMatchObject({
      iss: false,
      errorShape: 'ringcentral',
    });
  });
});
