import { describe, expect, it } from 'vitest';
import { challenge, good, makeAuthorizeSandbox, origin } from '../../testing/authorize-sandbox.ts';

const implicit = {
  response_type: 'token',
  client_id: good.client_id,
  redirect_uri: good.redirect_uri,
  state: 'a b+c&d=%é',
};

describe('implicit', () => {
  it('AS-082, AS-084 the token is in the fragment, with the members that RingCentral sent', async () => {
    const { walk, send } = await makeAuthorizeSandbox();
    const answer = await walk(implicit);
    expect(answer.status).toBe(303);
    expect(answer.location).toMatch(/^http:\/\/localhost:4321\/callback\/#access_token=/);
    expect([...answer.fragment.keys()]).toEqual([
      'access_token',
      'token_type',
      'expires_in',
      'endpoint_id',
      'scope',
      'state',
    ]);
    expect(Object.fromEntries(answer.fragment)).toMatchObject({
      token_type: 'bearer',
      expires_in: '3600',
      scope: 'ReadAccounts ReadCallLog',
      state: 'a b+c&d=%é',
    });
    expect(answer.location).toContain('scope=ReadAccounts%20ReadCallLog');
    const token = answer.fragment.get('access_token') ?? '';
    const call = await send('/restapi/v1.0/account/~/extension/~', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(call.status).toBe(200);
    expect(JSON.parse(call.text)).toMatchObject({ extensionNumber: '101' });
  });

  it('AS-083 no refresh token and no code, though the app has refresh tokens on', async () => {
    const { walk, store } = await makeAuthorizeSandbox();
    const answer = await walk(implicit);
    expect(answer.location).not.toMatch(/refresh_token|code=/);
    const [session] = await store.sessions.list();
    expect(session).toMatchObject({ grantType: 'implicit', clientId: 'sandbox-browser' });
  });

  it('AS-081 PKCE parameters change nothing, even wrong ones', async () => {
    const { walk } = await makeAuthorizeSandbox({ pkce: 'all' });
    const wrong = { code_challenge: 'short', code_challenge_method: 'SHA-1' };
    expect((await walk({ ...implicit, ...wrong })).fragment.has('access_token')).toBe(true);
    const right = { code_challenge: challenge, code_challenge_method: 'S256' };
    expect((await walk({ ...implicit, ...right })).fragment.has('access_token')).toBe(true);
  });

  it('AS-055, AS-048 a refusal is in the fragment', async () => {
    const { ask, signIn, press } = await makeAuthorizeSandbox();
    const answer = await press(await signIn(await ask(implicit)), { deny: '1' });
    expect(answer.fragment.get('error')).toBe('access_denied');
    expect(answer.fragment.get('state')).toBe('a b+c&d=%é');
    expect(answer.query.size).toBe(0);
  });

  it.each([
    ['AS-086', 'off on the server', { implicit: false }, 'sandbox-browser'],
    ['AS-087', 'OAuth 2.1', { profile: 'oauth21' }, 'sandbox-browser'],
  ] as const)('%s %s: unsupported_response_type', async (rule, _how, fields, clientId) => {
    const { ask } = await makeAuthorizeSandbox(fields);
    const answer = await ask({ ...implicit, client_id: clientId });
    expect([answer.status, answer.rule]).toEqual([302, rule]);
    expect(answer.fragment.get('error')).toBe('unsupported_response_type');
  });

  it('AS-086 an app without the flow: unauthorized_client, in RingCentral’s words', async () => {
    const { ask } = await makeAuthorizeSandbox();
    const answer = await ask({ ...implicit, client_id: 'sandbox-server-web' });
    expect(answer.fragment.get('error')).toBe('unauthorized_client');
    expect(answer.fragment.get('error_description')).toBe(
      'The client is unauthorized for the required grant type: [IMPLICIT]',
    );
  });

  it('AS-062 iss is in the fragment where the policy sends it', async () => {
    const { walk } = await makeAuthorizeSandbox({ iss: true });
    expect((await walk(implicit)).fragment.get('iss')).toBe(origin);
  });

  it('AS-056 a failure inside is server_error, in the fragment, and says nothing more', async () => {
    const { walk, store } = await makeAuthorizeSandbox();
    store.sessions.add = () => Promise.reject(new Error('secret detail'));
    const answer = await walk(implicit);
    expect(answer.status).toBe(303);
    expect(answer.fragment.get('error')).toBe('server_error');
    expect(answer.fragment.get('state')).toBe('a b+c&d=%é');
    expect(answer.location).not.toContain('secret');
  });

  it('AS-056 and in the query where a code was asked for', async () => {
    const { walk, store } = await makeAuthorizeSandbox();
    store.codes.add = () => Promise.reject(new Error('secret detail'));
    const answer = await walk(good);
    expect([answer.query.get('error'), answer.query.get('state')]).toEqual([
      'server_error',
      good.state,
    ]);
    expect(answer.location).not.toContain('secret');
  });
});
