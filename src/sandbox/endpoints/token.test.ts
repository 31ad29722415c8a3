import { describe, expect, it } from 'vitest';
import { presets } from '../policy.ts';
import { basic, codeOf, makeTestSandbox, read } from '../testing/test-sandbox.ts';

const only = basic('sandbox-server-only');
const login = {
  grant_type: 'password',
  username: '+18335550100*101',
  password: 'sandbox-password',
};

describe('the token endpoint', () => {
  it('answers with RingCentral’s members, in a response that is not stored', async () => {
    const box = makeTestSandbox();
    const response = await box.token(login, only);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('pragma')).toBe('no-cache');
    expect(response.headers.get('rcrequestid')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(response.headers.get('sandbox-rule')).toBeNull();
    const body = await read(response);
    expect(Object.keys(body)).toEqual([
      'access_token',
      'token_type',
      'expires_in',
      'refresh_token',
      'refresh_token_expires_in',
      'scope',
      'owner_id',
      'endpoint_id',
      'session_id',
      'status',
    ]);
    expect(body).toMatchObject({
      token_type: 'bearer',
      expires_in: 3600,
      refresh_token_expires_in: 604_800,
      scope: 'ReadAccounts ReadCallLog',
      owner_id: '1000101',
    });
    expect(atob(body.access_token.slice(0, 20))).toMatch(/^SBX01P01PAS00\|/);
    expect(body.access_token).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('AS-009 repeats no token over 1,000 issues', async () => {
    const box = makeTestSandbox();
    const seen = new Set<string>();
    for (let n = 0; n < 500; n += 1) {
      const { access_token, refresh_token } = await read(await box.token(login, only));
      seen.add(access_token).add(refresh_token);
    }
    expect(seen.size).toBe(1000);
  });

  it('AS-002, AS-090 a parameter of the query without a value is none', async () => {
    const box = makeTestSandbox();
    for (const query of ['scope=', 'scope', 'client_secret=&code=', 'x=1']) {
      const answer = await box.post(`/restapi/oauth/token?${query}`, login, only);
      expect(answer.status, query).toBe(200);
    }
    const sent = await box.post('/restapi/oauth/token?scope=ReadAccounts', login, only);
    expect(codeOf(await read(sent))).toBe('SANDBOX-REQUEST-4');
  });

  it('AS-088 answers 405 with Allow to any other method', async () => {
    const box = makeTestSandbox();
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const response = await box.send('/restapi/oauth/token', { method });
      expect(response.status, method).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
      expect((await read(response)).error).toBe('invalid_request');
    }
  });

  it('AS-089 answers 415 and OAU-250 to JSON', async () => {
    const box = makeTestSandbox();
    const send = () =>
      box.send('/restapi/oauth/token', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...only },
        body: JSON.stringify(login),
      });
    const body = await read(await send());
    expect([body.status, body.error, codeOf(body)]).toEqual([415, 'invalid_request', 'OAU-250']);
    await box.setPolicy({ errorShape: 'rfc' });
    expect(await read(await send())).toMatchObject({ status: 400, error: 'invalid_request' });
  });

  it.each([
    ['AS-096 grant_type missing', {}, 400, 'invalid_request', 'OAU-250'],
    ['AS-002 grant_type empty', { grant_type: '' }, 400, 'invalid_request', 'OAU-250'],
    ['AS-097 unknown', { grant_type: 'x' }, 400, 'invalid_request', 'OAU-250'],
    ['AS-097 case', { grant_type: 'Password' }, 400, 'invalid_request', 'OAU-250'],
    [
      'AS-098 not given',
      { grant_type: 'authorization_code' },
      400,
      'unauthorized_client',
      'OAU-251',
    ],
    [
      'AS-098 partners',
      { grant_type: 'client_credentials' },
      400,
      'unauthorized_client',
      'OAU-251',
    ],
  ])('%s', async (_rule, form, status, error, code) => {
    const box = makeTestSandbox();
    const body = await read(await box.token(form as Record<string, string>, only));
    expect([body.status, body.error, codeOf(body)]).toEqual([status, error, code]);
    expect(body.error_description).toBe(body.errors[0]?.message);
  });

  it('AS-097 under rfc an unknown grant is unsupported_grant_type, without errors[]', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ errorShape: 'rfc' });
    const body = await read(await box.token({ grant_type: 'x' }, only));
    expect(body).toMatchObject({ status: 400, error: 'unsupported_grant_type' });
    expect(body.errors).toBeUndefined();
  });

  it('AS-140 password is off under strict, and refused as today under ringcentral-today', async () => {
    const box = makeTestSandbox();
    await box.store.policy.put(presets.strict);
    expect(await read(await box.token(login, only))).toMatchObject({
      status: 400,
      error: 'unsupported_grant_type',
    });
    await box.store.policy.put(presets['ringcentral-today']);
    const today = await read(await box.token(login, only));
    expect([today.error, codeOf(today)]).toEqual(['unauthorized_client', 'OAU-251']);
  });

  it('AS-004 refuses a repeated parameter, AS-005 not an unknown one', async () => {
    const box = makeTestSandbox();
    const send = (more: string) =>
      box.send('/restapi/oauth/token', {
        method: 'POST',
        headers: { 'content-type': 'Application/X-WWW-Form-Urlencoded; charset=UTF-8', ...only },
        body: `grant_type=password&username=%2B18335550100*101&password=sandbox-password${more}`,
      });
    const body = await read(await send('&grant_type=password'));
    expect([body.status, codeOf(body)]).toEqual([400, 'OAU-111']);
    expect((await send('&foo=1&foo=2&__proto__=x&access_token_ttl=&scope=')).status).toBe(200);
  });

  it('AS-007 refuses a malformed percent sequence', async () => {
    const box = makeTestSandbox();
    const response = await box.send('/restapi/oauth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...only },
      body: 'grant_type=password&username=%ZZ',
    });
    const body = await read(response);
    expect([body.status, codeOf(body)]).toEqual([400, 'SANDBOX-REQUEST-1']);
  });

  it('AS-090 reads nothing from the query', async () => {
    const box = makeTestSandbox();
    const query = await read(await box.post('/restapi/oauth/token?client_secret=x', login, only));
    expect([query.status, codeOf(query)]).toEqual([400, 'SANDBOX-REQUEST-4']);
    const differs = await read(await box.post('/restapi/oauth/token?username=x', login, only));
    expect(codeOf(differs)).toBe('OAU-150');
    expect((await box.post('/restapi/oauth/token?foo=1', login, only)).status).toBe(200);
  });

  it('refuses a body over 64 kB before it is read', async () => {
    const box = makeTestSandbox();
    const response = await box.token({ ...login, foo: 'x'.repeat(70_000) }, only);
    const body = await read(response);
    expect([body.status, codeOf(body)]).toEqual([413, 'SANDBOX-REQUEST-2']);
    const told = await box.token(login, { ...only, 'content-length': '70000' });
    expect(told.status).toBe(413);
    expect(await box.store.sessions.list()).toEqual([]);
  });

  it('AS-008 filters what it echoes into error_description', async () => {
    const box = makeTestSandbox();
    const body = await read(await box.token({ ...login, client_id: '"é\n\\' }));
    expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
    expect(codeOf(body)).toBe('OAU-153');
  });
});
