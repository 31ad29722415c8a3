import { describe, expect, it } from 'vitest';
import type { Policy } from '../policy.ts';
import { basic, makeTestSandbox, read } from '../testing/test-sandbox.ts';

const only = basic('sandbox-server-only');
const login = {
  grant_type: 'password',
  username: '+18335550100*101',
  password: 'sandbox-password',
};

describe('a refusal of the API names its rule', () => {
  it.each([
    ['no token', '', {}, 'AS-177'],
    ['a parameter of another name', '?x=1', {}, 'AS-177'],
    ['a query that cannot be decoded', '?x=%ZZ', {}, 'AS-007'],
    ['two ways', '?access_token=x', { authorization: 'Bearer x' }, 'AS-180'],
    ['another scheme', '', { authorization: 'Basic YTpi' }, 'AS-184'],
    ['a scheme that ends in Bearer', '', { authorization: 'XBearer x' }, 'AS-184'],
    ['no token after it', '', { authorization: 'Bearer' }, 'AS-183'],
    ['garbage', '', { authorization: 'Bearer garbage' }, 'AS-178'],
  ])('%s', async (_what, query, headers, rule) => {
    const path = `/restapi/v1.0/account/~/extension/~${query}`;
    const answer = await makeTestSandbox().send(path, {
      headers: headers as Record<string, string>,
    });
    expect(answer.headers.get('sandbox-rule')).toBe(rule);
  });

  it('AS-187, AS-178, AS-183: a refresh token, one too old, and two spaces after Bearer', async () => {
    const box = makeTestSandbox();
    const tokens = await read(await box.token(login, only));
    const call = async (authorization: string) => {
      const path = '/restapi/v1.0/account/~/extension/~';
      const answer = await box.send(path, { headers: { authorization } });
      return [answer.status, answer.headers.get('sandbox-rule')];
    };
    expect(await call(`Bearer  ${tokens.access_token}`)).toEqual([200, null]);
    expect(await call(`Bearer ${tokens.refresh_token}`)).toEqual([401, 'AS-187']);
    box.clock.forward(3600);
    expect(await call(`Bearer ${tokens.access_token}`)).toEqual([401, 'AS-178']);
  });
});

describe('a refusal of the token endpoint names its rule', () => {
  it.each<[string, Record<string, string>, Partial<Policy>, string]>([
    ['disabled', { username: '+18335550100*105' }, {}, 'AS-139'],
    ['single sign-on', { username: '+18335550100*104' }, {}, 'AS-140'],
    ['a second factor', { username: '+18335550100*103' }, {}, 'AS-140'],
    ['no permission', { username: '+18335550100*102' }, {}, 'X23'],
    ['another company', { username: '+18335550200*101' }, {}, 'X16'],
    ['password off', {}, { password: false }, 'AS-140'],
    ['OAuth 2.1', {}, { profile: 'oauth21' }, 'AS-140'],
  ])('%s', async (_what, more, policy, rule) => {
    const box = makeTestSandbox();
    await box.setPolicy(policy);
    const answer = await box.token({ ...login, ...more }, only);
    expect(answer.headers.get('sandbox-rule')).toBe(rule);
  });

  it.each([
    ['AS-004', 'grant_type=x&grant_type=x', 'grant_type'],
    ['AS-007', 'grant_type=x&username=%ZZ', 'username'],
  ])('%s the parameter of %s', async (rule, body, parameterName) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...only };
    const init = { method: 'POST', headers, body };
    const answer = await makeTestSandbox().send('/restapi/oauth/token', init);
    expect(answer.headers.get('sandbox-rule')).toBe(rule);
    expect(await answer.json()).toMatchObject({ errors: [{ parameters: [{ parameterName }] }] });
  });

  it('AS-089 is about a body that is no form, not about none', async () => {
    const send = async (body: string) => {
      const headers = { 'content-type': 'text/plain' };
      const init = { method: 'POST', headers, body };
      const answer = await makeTestSandbox().send('/restapi/oauth/token', init);
      return answer.headers.get('sandbox-rule');
    };
    expect([await send('x'), await send('')]).toEqual(['AS-089', 'AS-096']);
  });
});
