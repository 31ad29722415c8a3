import { describe, expect, it } from 'vitest';
import { basic, makeTestSandbox } from '../testing/test-sandbox.ts';

const form = { grant_type: 'refresh_token', refresh_token: 'of-nobody' };

describe('a doubled slash in an address', () => {
  it.each([
    ['//restapi/oauth/token', '/restapi/oauth/token'],
    ['/restapi//oauth/token', '/restapi/oauth/token'],
    ['/restapi/oauth///token', '/restapi/oauth/token'],
    ['//restapi/oauth/revoke', '/restapi/oauth/revoke'],
    ['//restapi/v1.0/account/~/extension/~', '/restapi/v1.0/account/~/extension/~'],
    ['//.well-known/oauth-authorization-server', '/.well-known/oauth-authorization-server'],
  ])('%s is told for what it is', async (path, right) => {
    const { post } = makeTestSandbox();
    const response = await post(path, form, basic('sandbox-server-web'));
    expect([response.status, response.headers.get('sandbox-rule')]).toEqual([404, 'AS-013']);
    const message = `The path has two slashes in a row. Send ${right}`;
    expect(await response.json()).toEqual({
      errorCode: 'SANDBOX-REQUEST-8',
      message,
      errors: [{ errorCode: 'SANDBOX-REQUEST-8', message }],
    });
  });

  it('is in the log of the app that sent it', async () => {
    const { post, logOf } = makeTestSandbox();
    await post('//restapi/oauth/token', form, basic('sandbox-server-web'));
    const exchanges = await logOf('sandbox-server-web');
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]).toMatchObject({
      from: 'app',
      to: 'authorization-server',
      rule: 'AS-013',
      request: { method: 'POST', url: expect.stringContaining('//restapi/oauth/token') as string },
      response: { status: 404 },
    });
  });

  it('can be read by a page of another origin, with its preflight', async () => {
    const { send } = makeTestSandbox();
    const origin = 'https://app.example';
    for (const [method, status] of [
      ['OPTIONS', 204],
      ['POST', 404],
    ] as const) {
      const answer = await send('//restapi/oauth/token', { method, headers: { origin } });
      expect(answer.status).toBe(status);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    }
  });

  it('in the address of the sign-in is a page, without CORS', async () => {
    const { send } = makeTestSandbox();
    const answer = await send('//restapi/oauth/authorize?client_id=sandbox-browser', {
      headers: { origin: 'https://app.example', accept: 'text/html' },
    });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const text = await answer.text();
    expect(text).toContain('two slashes in a row');
    expect(text).toContain('slash at the end of the base address');
    expect(text).not.toContain('undefined');
  });

  it('is one reason among others: the rest of the unknown paths stay as they are', async () => {
    const { send } = makeTestSandbox();
    for (const path of ['/restapi/v9', '/restapi/oauth/tokens', '/restapi/v1.0']) {
      const response = await send(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(
        '{"errorCode":"AGW-404","message":"Resource not found","errors":[]}',
      );
    }
    const control = await send('/sandbox//api/apps');
    expect([control.status, await control.json()]).toEqual([
      404,
      { errors: [{ path: '', message: 'The control API has no such path.' }] },
    ]);
  });

  it('that is very long is told in short', async () => {
    const { send } = makeTestSandbox();
    const response = await send(`//restapi/${'x'.repeat(5000)}`);
    const text = await response.text();
    expect(response.status).toBe(404);
    expect(text.length).toBeLessThan(800);
  });
});
