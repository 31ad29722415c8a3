import { describe, expect, it } from 'vitest';
import type { Policy } from '../policy.ts';
import { callback, challenge, good, makeAuthorizeSandbox } from '../testing/authorize-sandbox.ts';
import { basic, makeTestSandbox } from '../testing/test-sandbox.ts';

interface Refusal {
  error?: string;
  errors: {
    errorCode: string;
    message: string;
    parameters?: { parameterName: string; parameterValue?: string }[];
  }[];
}

const firstOf = (text: string) => (JSON.parse(text) as Refusal).errors[0];

type Sent = Parameters<Awaited<ReturnType<typeof makeAuthorizeSandbox>>['ask']>[0];
const twice = (name: string): Sent => [...Object.entries(good), [name, 'x']];

describe('a refusal of the authorization endpoint names its parameter', () => {
  it.each<[Sent, string, object[] | undefined]>([
    [twice('client_id'), 'OAU-111', [{ parameterName: 'client_id' }]],
    [
      { ...good, client_id: 'nobody' },
      'OAU-153',
      [{ parameterName: 'client_id', parameterValue: 'nobody' }],
    ],
    [twice('redirect_uri'), 'OAU-111', [{ parameterName: 'redirect_uri' }]],
    [{ ...good, redirect_uri: '' }, 'SANDBOX-AUTHORIZE-6', [{ parameterName: 'redirect_uri' }]],
    [
      { ...good, redirect_uri: `${callback}#` },
      'SANDBOX-AUTHORIZE-7',
      [{ parameterName: 'redirect_uri', parameterValue: `${callback}#` }],
    ],
  ])('%j', async (sent, code, parameters) => {
    const { ask } = await makeAuthorizeSandbox();
    const { status, text } = await ask(sent, { accept: 'application/json' });
    const first = firstOf(text);
    expect([status, first?.errorCode, first?.parameters]).toEqual([400, code, parameters]);
  });

  it('AS-027 says which client is unknown, AS-028 that the grant is invalid', async () => {
    const { ask } = await makeAuthorizeSandbox();
    const json = { accept: 'application/json' };
    const unknown = await ask({ ...good, client_id: 'nobody' }, json);
    expect(firstOf(unknown.text)?.message).toBe('Invalid client application: [nobody]');
    const other = await ask({ ...good, redirect_uri: 'https://evil.example/' }, json);
    expect((JSON.parse(other.text) as Refusal).error).toBe('invalid_grant');
    const page = await ask({ ...good, redirect_uri: 'https://evil.example/' });
    expect(page.text).toContain('Registered: ');
  });

  it.each<[Partial<Policy>, Sent, string, string, string]>([
    [
      {},
      [...Object.entries(good), ['scope', 'a'], ['scope', 'a'], ['state', 'x']],
      'AS-032',
      'invalid_request',
      'Request parameter duplication detected: scope, state',
    ],
    [
      { unknownScope: 'refuse' },
      { ...good, scope: 'Faxes SMS' },
      'AS-054',
      'invalid_scope',
      'The app does not have this permission: Faxes SMS',
    ],
    [
      {},
      { ...good, prompt: 'none login' },
      'AS-064',
      'invalid_request',
      'prompt=none must be the only value',
    ],
    [
      {},
      { ...good, prompt: ' none ' },
      'AS-064',
      'login_required',
      'prompt=none needs an open session, and this server signs in at every login',
    ],
  ])('%j %j', async (policy, sent, rule, error, description) => {
    const { ask } = await makeAuthorizeSandbox(policy);
    const answer = await ask(sent);
    const { query } = answer;
    expect([answer.rule, query.get('error'), query.get('error_description')]).toEqual([
      rule,
      error,
      description,
    ]);
  });

  it('AS-047 names the grant, AS-086 says that implicit is off', async () => {
    const { addApp, ask } = await makeAuthorizeSandbox({ implicit: false });
    await addApp({ platformType: 'ServerOther' });
    const sent = { response_type: 'code', client_id: 'test-app' };
    expect((await ask(sent)).query.get('error_description')).toBe(
      'The client is unauthorized for the required grant type: [AUTHORIZATION_CODE]',
    );
    const token = await ask({ ...good, response_type: 'token' });
    expect(token.fragment.get('error_description')).toBe(
      'The response_type token is not supported: implicit is off on this server',
    );
  });

  it('AS-079 only S256 has a length of its own, and no page has a count', async () => {
    const { ask } = await makeAuthorizeSandbox();
    const plain = { code_challenge: challenge + challenge, code_challenge_method: 'plain' };
    const page = await ask({ ...good, ...plain });
    expect([page.status, page.headers.get('x-rate-limit-limit')]).toEqual([200, null]);
  });
});

const form = { grant_type: 'authorization_code', code: 'x', redirect_uri: callback };
const web = 'sandbox-server-web';

describe('a refusal of the client names its rule', () => {
  it.each<[Record<string, string>, Record<string, string>, string, string]>([
    [{ client_secret: 'x' }, basic(web), 'AS-107', 'SANDBOX-CLIENT-1'],
    [{ client_assertion: 'x', client_id: web }, {}, 'AS-116', 'SANDBOX-CLIENT-4'],
    [{}, { authorization: 'Bearer x' }, 'AS-113', 'OAU-151'],
    [{}, { authorization: 'Basic %%%' }, 'AS-112', 'OAU-153'],
    [{}, basic(web, 'wrong'), 'AS-114', 'OAU-146'],
    [{}, basic('sandbox-browser', 'x'), 'AS-115', 'SANDBOX-CLIENT-3'],
    [{ client_id: web }, {}, 'AS-106', 'OAU-123'],
    [{ client_id: web }, { authorization: '' }, 'AS-106', 'OAU-123'],
  ])('%j %j', async (more, headers, rule, code) => {
    const response = await makeTestSandbox().token({ ...form, ...more }, headers);
    const said = [response.headers.get('sandbox-rule'), firstOf(await response.text())?.errorCode];
    expect(said).toEqual([rule, code]);
  });

  it('AS-114 cuts a long unknown id, and gives a made-up one no log', async () => {
    const box = makeTestSandbox();
    const response = await box.token({ ...form, client_id: 'x'.repeat(300) });
    const cut = 'x'.repeat(200);
    const first = firstOf(await response.text());
    expect(first?.message).toBe(`Invalid client application: [${cut}]`);
    expect(first?.parameters).toEqual([{ parameterName: 'client_id', parameterValue: cut }]);
    await box.token(form, basic('nobody'));
    expect(await box.logOf('nobody')).toEqual([]);
  });

  it('AS-012 made-up names lock out nobody who exists, nor every other made-up one', async () => {
    const box = makeTestSandbox();
    await box.setPolicy({ failureLimit: 1, errorShape: 'rfc' });
    const statuses: number[] = [];
    for (const id of ['nobody-1', 'nobody-1', 'nobody-2']) {
      statuses.push((await box.token(form, basic(id))).status);
    }
    expect(statuses).toEqual([401, 429, 401]);
    const again = await box.token(form, basic('nobody-1'));
    expect(again.headers.get('sandbox-rule')).toBe('AS-012');
  });
});
