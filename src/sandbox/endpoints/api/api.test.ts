import { beforeEach, describe, expect, it } from 'vitest';
import { webRandom } from '#protocol/random.ts';
import type { Sandbox } from '../../context.ts';
import { presets } from '../../policy.ts';
import { createSandbox } from '../../sandbox.ts';
import { createMemoryStore } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';

const origin = 'http://localhost:4321';
const now = 1_700_000_000_000;
const own = '/restapi/v1.0/account/~/extension/~';
let sandbox: Sandbox;
let store: Store;
let time: number;

beforeEach(async () => {
  time = now;
  store = createMemoryStore();
  sandbox = createSandbox({
    store,
    clock: { now: () => time },
    random: webRandom,
    siteOrigins: [origin],
  });
});

async function issue(
  token: string,
  scopes: string[] = ['ReadAccounts', 'ReadCallLog'],
  userId = 1_000_101,
) {
  const common = { clientId: 'sandbox-browser', userId, scopes };
  const session = {
    ...common,
    id: `session-${token}`,
    grantType: 'authorization_code',
    endpointId: 'e',
    createdAt: now,
    lastUsedAt: now,
  };
  await store.sessions.add(session, 5, now);
  const pair = { ...common, sessionId: session.id, issuedAt: now, expiresAt: now + 3_600_000 };
  await store.tokens.addPair({ ...pair, token }, { ...pair, token: `refresh-of-${token}` });
}

async function call(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await sandbox.fetch(new Request(origin + path, { method, headers }), {
    browser: '',
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('the API', () => {
  it('answers the root to anyone', async () => {
    const { status, body } = await call('/restapi');
    expect(status).toBe(200);
    expect(body).toMatchObject({ uri: `${origin}/restapi`, apiVersions: [{ uriString: 'v1.0' }] });
  });

  it('answers the own extension, whose id is a number', async () => {
    await issue('t1');
    const { status, body, headers } = await call(own, bearer('t1'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: 1_000_101, extensionNumber: '101', status: 'Enabled' });
    expect(body.uri).toBe(`${origin}/restapi/v1.0/account/1000001/extension/1000101`);
    expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect((await store.tokens.getAccess('t1'))?.firstUsedAt).toBe(now);
  });

  it('takes the own ids for ~, and serves nobody else’s', async () => {
    await issue('t1');
    const account = '/restapi/v1.0/account/1000001';
    expect((await call(`${account}/extension/1000101`, bearer('t1'))).status).toBe(200);
    expect((await call(`${account}/call-log`, bearer('t1'))).status).toBe(200);
    for (const [path, parameterName] of [
      ['1000001/extension/1000102', 'extensionId'],
      ['2000001/extension/~', 'accountId'],
      ['1/call-log', 'accountId'],
      ['~/extension/abc', 'extensionId'],
    ]) {
      const { status, body } = await call(`/restapi/v1.0/account/${path}`, bearer('t1'));
      expect([status, body.errorCode, body.parameterName], path).toEqual([
        404,
        'InvalidParameter',
        parameterName,
      ]);
      expect(body.errors[0].errorCode).toBe('CMN-102');
    }
  });

  it('lists extensions and calls with fictitious numbers', async () => {
    await issue('t1');
    const list = await call('/restapi/v1.0/account/~/extension', bearer('t1'));
    expect(list.body.records).toHaveLength(5);
    expect(list.body.paging.totalElements).toBe(5);
    const ownLog = await call(`${own}/call-log`, bearer('t1'));
    const companyLog = await call('/restapi/v1.0/account/~/call-log', bearer('t1'));
    expect(ownLog.body.records).toHaveLength(4);
    expect(companyLog.body.records).toHaveLength(8);
    expect(companyLog.body.records[0]).toMatchObject({ extension: { id: 1_000_101 } });
    for (const { from, to } of companyLog.body.records) {
      for (const { phoneNumber } of [from, to]) expect(phoneNumber).toMatch(/^\+1\d{3}55501\d\d$/);
    }
  });

  it.each(['/restapi/v1.0', '/restapi/', '/restapi/v2.0/account/~'])(
    'has nothing at %s, and the gateway says so to anyone',
    async (path) => {
      const { status, body, headers } = await call(path);
      expect([status, body.errorCode, body.errors]).toEqual([404, 'AGW-404', []]);
      expect(headers.get('content-type')).toBe('application/json');
    },
  );

  it.each(['/restapi/v1.0/account', `${own}/`, `${own}/x`])(
    'has nothing at %s, and says so to who brings a token',
    async (path) => {
      expect((await call(path)).body.errorCode).toBe('AGW-401');
      await issue('t1');
      const { status, body } = await call(path, bearer('t1'));
      expect([status, body.errorCode]).toEqual([404, 'CMN-120']);
    },
  );

  it('tells the account, its number and its administrator', async () => {
    await issue('t1');
    const { status, body } = await call('/restapi/v1.0/account/~', bearer('t1'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 1_000_001,
      mainNumber: '+18335550100',
      operator: { id: 1_000_101 },
    });
  });

  it('X25 the company’s call log needs a permission of the user that only an administrator has', async () => {
    await issue('t1', ['ReadCallLog'], 1_000_103);
    expect((await call(`${own}/call-log`, bearer('t1'))).status).toBe(200);
    const { status, body, headers } = await call('/restapi/v1.0/account/~/call-log', bearer('t1'));
    expect([status, body.errorCode, body.permissionName]).toEqual([
      403,
      'CMN-408',
      'FullCompanyCallLog',
    ]);
    expect(headers.get('www-authenticate')).toBe('Bearer realm="RingCentral REST API"');
  });
});

describe('bearer checks', () => {
  it.each([
    ['AS-177 nothing', {}, 401, 'AGW-401', undefined],
    ['AS-184 Basic', { authorization: 'Basic YTpi' }, 401, 'AGW-402', undefined],
    ['AS-184 a bare token', { authorization: 't1' }, 401, 'AGW-402', undefined],
    ['AS-184 Bearerx', { authorization: 'Bearerx t1' }, 401, 'AGW-402', undefined],
    ['AS-183 Bearer alone', { authorization: 'Bearer' }, 400, 'SANDBOX-API-2', 'invalid_request'],
    ['AS-183 two tokens', bearer('t1 t1'), 400, 'SANDBOX-API-2', 'invalid_request'],
    ['AS-178 garbage', bearer('garbage'), 401, 'TokenInvalid', 'invalid_token'],
    ['AS-187 a refresh token', bearer('refresh-of-t1'), 401, 'TokenInvalid', 'invalid_token'],
    ['AS-178 __proto__', bearer('__proto__'), 401, 'TokenInvalid', 'invalid_token'],
  ])('%s is refused', async (_, headers, status, errorCode, error) => {
    await issue('t1');
    const answer = await call(own, headers as Record<string, string>);
    expect([answer.status, answer.body.errorCode]).toEqual([status, errorCode]);
    const challenge = answer.headers.get('www-authenticate');
    expect(challenge).toMatch(/^Bearer realm="[^"]+"/);
    if (error === undefined) expect(challenge).not.toContain('error=');
    else expect(challenge).toContain(`error="${error}"`);
  });

  it('AS-176 the scheme’s case does not matter', async () => {
    await issue('t1');
    for (const scheme of ['bearer', 'BEARER', 'bEaReR']) {
      expect((await call(own, { authorization: `${scheme} t1` })).status).toBe(200);
    }
  });

  it('AS-178 an expired token is told from a garbled one', async () => {
    await issue('t1');
    time = now + 3_600_000;
    const { status, body } = await call(own, bearer('t1'));
    expect([status, body.errorCode, body.errors[0].errorCode]).toEqual([
      401,
      'TokenExpired',
      'OAU-128',
    ]);
  });

  it('AS-178 a token that was replaced is corrupted for ten seconds, then not found', async () => {
    await issue('t1');
    await store.tokens.endAccess('t1', now);
    expect((await call(own, bearer('t1'))).body.errors[0].errorCode).toBe('OAU-129');
    time = now + 10_000;
    expect((await call(own, bearer('t1'))).body.errors[0].errorCode).toBe('OAU-213');
  });

  it('AS-178 a token of this sandbox that is no longer kept is not found', async () => {
    const { status, body } = await call(own, bearer(btoa('SBX01P01PAS00|gone').replace('=', '')));
    expect([status, body.errors[0].errorCode]).toEqual([401, 'OAU-213']);
  });

  it('AS-179 a token without the permission gets 403 and the name of it', async () => {
    await issue('t1', ['ReadAccounts']);
    const { status, body, headers } = await call(`${own}/call-log`, bearer('t1'));
    expect(status).toBe(403);
    expect(body).toMatchObject({
      errorCode: 'InsufficientPermissions',
      permissionName: 'ReadCallLog',
      errors: [{ errorCode: 'CMN-401', permissionName: 'ReadCallLog' }],
    });
    expect(headers.get('www-authenticate')).toContain('error="insufficient_scope"');
    expect(headers.get('www-authenticate')).toContain('scope="ReadCallLog"');
  });

  it('AS-179 a permission within another suffices', async () => {
    await issue('t1', ['EditAccounts', 'EditCallLog']);
    expect((await call(own, bearer('t1'))).status).toBe(200);
    expect((await call(`${own}/call-log`, bearer('t1'))).status).toBe(200);
  });

  it('AS-013 the token is checked before the method', async () => {
    await issue('t1');
    expect((await call(own, {}, 'DELETE')).status).toBe(401);
    const { status, headers } = await call(own, bearer('t1'), 'DELETE');
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('AS-180 two ways, or the parameter twice, is a bad request', async () => {
    await issue('t1');
    const both = await call(`${own}?access_token=t1`, bearer('t1'));
    expect([both.status, both.body.errorCode]).toEqual([400, 'SANDBOX-API-1']);
    expect((await call(`${own}?access_token=t1&access_token=t1`)).status).toBe(400);
    expect((await call(`${own}?access_token=`, bearer('t1'))).status).toBe(200);
    expect((await call(`${own}?x=%ZZ`, bearer('t1'))).status).toBe(400);
  });

  it('AS-182 the query holds a token only where the policy allows it, and is never shared', async () => {
    await issue('t1');
    const allowed = await call(`${own}?access_token=t1`);
    expect([allowed.status, allowed.headers.get('cache-control')]).toEqual([200, 'private']);
    await store.policy.put(presets.strict);
    const refused = await call(`${own}?access_token=t1`);
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).not.toContain('error=');
  });

  it('under errorShape rfc the body is that of RFC 6750', async () => {
    await store.policy.put(presets.strict);
    const { status, body } = await call(own, bearer('garbage'));
    expect([status, body.error]).toEqual([401, 'invalid_token']);
    expect(body).not.toHaveProperty('errorCode');
  });
});
