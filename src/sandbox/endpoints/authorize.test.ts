import { describe, expect, it } from 'vitest';
import {
  callback,
  challenge,
  good,
  makeAuthorizeSandbox,
  origin,
} from '../testing/authorize-sandbox.ts';

/** Every answer of the endpoint is unframed, unstored, without referrer and without CORS. */
function expectGuarded(headers: Headers) {
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('content-security-policy')).not.toContain('form-action');
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
}

describe('before the redirect URI is trusted', () => {
  const refused = [
    ['AS-026', 'client_id is missing', { ...good, client_id: undefined }, 'OAU-153'],
    ['AS-026', 'client_id is empty', { ...good, client_id: '' }, 'OAU-153'],
    ['AS-027', 'client_id is unknown', { ...good, client_id: 'nobody' }, 'OAU-153'],
    ['AS-027', 'client_id is __proto__', { ...good, client_id: '__proto__' }, 'OAU-153'],
    ['AS-030', 'client_id comes twice', [...Object.entries(good), ['client_id', 'x']], 'OAU-111'],
    ['AS-028', 'another host', { ...good, redirect_uri: 'https://evil.example/x' }, 'OAU-109'],
    ['AS-031', 'two of them', [...Object.entries(good), ['redirect_uri', callback]], 'OAU-111'],
    ['AS-034', 'none, of several', { ...good, redirect_uri: '' }, 'SANDBOX-AUTHORIZE-6'],
    ['AS-034', 'an app without', { ...good, client_id: 'sandbox-jwt' }, 'OAU-113'],
    ['AS-035', 'a lost slash', { ...good, redirect_uri: `${origin}/callback` }, 'OAU-109'],
    ['AS-036', 'more path', { ...good, redirect_uri: `${callback}../x` }, 'OAU-109'],
    ['AS-037', 'a fragment', { ...good, redirect_uri: `${callback}#` }, 'SANDBOX-AUTHORIZE-7'],
    ['AS-041', 'a port', { ...good, redirect_uri: 'http://localhost:1/callback/' }, 'OAU-109'],
    ['AS-042', 'a look-alike', { ...good, redirect_uri: 'http://localhost@evil/' }, 'OAU-109'],
  ] as const;

  it.each(refused)('%s %s: 400 here, no Location', async (rule, _, parameters, code) => {
    const { ask } = await makeAuthorizeSandbox();
    const page = await ask(parameters);
    expect(page).toMatchObject({ status: 400, rule, location: null });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toContain(code);
    expect(page.text).not.toContain('href="http');
    expectGuarded(page.headers);
    // A code of the sandbox's own is told as a guess, RingCentral's is not.
    expect(page.text.includes('The sandbox guesses here')).toBe(code.startsWith('SANDBOX-'));

    const json = await ask(parameters, { accept: 'application/json' });
    expect(json).toMatchObject({ status: 400, rule, location: null });
    expect(JSON.parse(json.text)).toMatchObject({ errors: [{ errorCode: code }] });
  });

  it('AS-029 strict answers a page even to a request that prefers JSON', async () => {
    const { ask } = await makeAuthorizeSandbox({ errorShape: 'rfc' });
    const page = await ask({ ...good, client_id: 'nobody' }, { accept: 'application/json' });
    expect(page.status).toBe(400);
    expect(page.text).toMatch(/^<!doctype html>/);
  });

  it('AS-033 the one registered URI stands in for a missing one', async () => {
    const { addApp, walk } = await makeAuthorizeSandbox();
    await addApp({ redirectUris: ['https://app.example/cb?tenant=7'] });
    const answer = await walk({ response_type: 'code', client_id: 'test-app' });
    expect(answer.location).toMatch(/^https:\/\/app\.example\/cb\?tenant=7&code=/);
  });

  it('AS-007 a malformed escape is 400 and not a failure', async () => {
    const { send, store } = await makeAuthorizeSandbox();
    for (const query of ['client_id=%', 'client_id=%ZZ', 'a=%ff', '%E0%A4%A']) {
      const page = await send(`/restapi/oauth/authorize?${query}`);
      expect(page, query).toMatchObject({ status: 400, rule: 'AS-007', location: null });
    }
    expect(await store.sessions.list()).toEqual([]);
  });

  it('AS-014 what a request sends is text on the page', async () => {
    const { ask } = await makeAuthorizeSandbox();
    const markup = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'';
    for (const name of ['client_id', 'redirect_uri']) {
      const page = await ask({ ...good, [name]: markup });
      expect(page.status).toBe(400);
      expect(page.text).not.toMatch(/<script|<img/);
    }
  });

  it('AS-014 state and scope are text on the sign-in page', async () => {
    const { ask } = await makeAuthorizeSandbox();
    const page = await ask({ ...good, state: '"><script>x</script>', scope: '<b>"' });
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script|<b>/);
  });
});

describe('once the redirect URI is trusted', () => {
  const redirected = [
    ['AS-032', [...Object.entries(good), ['scope', 'a'], ['scope', 'a']], 'invalid_request'],
    ['AS-044', { ...good, response_type: '' }, 'invalid_request'],
    ['AS-045', { ...good, response_type: 'Code' }, 'unsupported_response_type'],
    ['AS-045', { ...good, response_type: 'code token' }, 'unsupported_response_type'],
    ['AS-076', { ...good, code_challenge_method: 's256' }, 'invalid_request'],
    ['AS-077', { ...good, code_challenge: '' }, 'invalid_request'],
    ['AS-078', { ...good, code_challenge: `${challenge}=` }, 'invalid_request'],
    ['AS-078', { ...good, code_challenge: 'short' }, 'invalid_request'],
    ['AS-079', { ...good, code_challenge: 'a'.repeat(64) }, 'invalid_request'],
    ['AS-064', { ...good, prompt: 'none' }, 'login_required'],
  ] as const;

  it.each(redirected)('%s goes to the app with state', async (rule, parameters, error) => {
    const { ask } = await makeAuthorizeSandbox();
    const answer = await ask(parameters);
    expect(answer).toMatchObject({ status: 302, rule, text: '' });
    expect(answer.location?.startsWith(`${callback}?error=`)).toBe(true);
    expect(answer.query.get('error')).toBe(error);
    expect(answer.query.get('state')).toBe('demo-state');
    expectGuarded(answer.headers);
  });

  it('AS-032 a repeated state is not given back', async () => {
    const { ask } = await makeAuthorizeSandbox();
    const { query } = await ask([...Object.entries(good), ['state', 'demo-state']]);
    expect(query.get('error_description')).toBe('Request parameter duplication detected: state');
    expect(query.has('state')).toBe(false);
  });

  it('AS-047 OAU-112 an app without the flow hears it in RingCentral’s words', async () => {
    const { addApp, ask } = await makeAuthorizeSandbox();
    await addApp({ platformType: 'ServerOther' });
    const request = { client_id: 'test-app', redirect_uri: 'https://app.example/cb', state: 's' };
    const code = await ask({ ...request, response_type: 'code' });
    expect(code.rule).toBe('AS-047');
    expect(code.query.get('error')).toBe('unauthorized_client');
    const token = await ask({ ...request, response_type: 'token' });
    expect(token.rule).toBe('AS-086');
    expect(token.location).toBe(
      'https://app.example/cb#error=unauthorized_client&error_description=The+client+is+unauthorized+for+the+required+grant+type%3A+%5BIMPLICIT%5D&state=s',
    );
  });

  it('AS-048 AS-086 implicit switched off answers in the fragment', async () => {
    const { ask } = await makeAuthorizeSandbox({ implicit: false });
    const answer = await ask({ ...good, response_type: 'token' });
    expect(answer).toMatchObject({ status: 302, rule: 'AS-086' });
    expect(answer.fragment.get('error')).toBe('unsupported_response_type');
    expect(answer.location).not.toContain('?');
  });

  it('AS-087 oauth21 knows no token response', async () => {
    const { ask } = await makeAuthorizeSandbox({ profile: 'oauth21' });
    expect((await ask({ ...good, response_type: 'token' })).rule).toBe('AS-087');
  });

  it('AS-074 PKCE is asked for as the policy says', async () => {
    const bare = { ...good, code_challenge: undefined, code_challenge_method: undefined };
    const server = { ...bare, client_id: 'sandbox-server-web' };
    const outcomes = async (fields: Parameters<typeof makeAuthorizeSandbox>[0]) => {
      const { ask } = await makeAuthorizeSandbox(fields);
      return [(await ask(bare)).rule, (await ask(server)).rule];
    };
    expect(await outcomes({ pkce: 'optional' })).toEqual([null, null]);
    expect(await outcomes({ pkce: 'public' })).toEqual(['AS-074', null]);
    expect(await outcomes({ pkce: 'all' })).toEqual(['AS-074', 'AS-074']);
    expect(await outcomes({ profile: 'oauth21' })).toEqual(['AS-074', 'AS-074']);
  });

  it('AS-075 a method left out is plain, and plain may be off', async () => {
    const plain = { ...good, code_challenge_method: undefined };
    const lenient = await makeAuthorizeSandbox();
    expect((await lenient.ask(plain)).status).toBe(200);
    const strict = await makeAuthorizeSandbox({ plain: false });
    expect((await strict.ask(plain)).rule).toBe('AS-075');
  });

  it('AS-051 to AS-054 scope is ignored, narrowed or refused', async () => {
    const scopesFor = async (unknownScope: 'ignore' | 'drop' | 'refuse', scope: string) => {
      const sandbox = await makeAuthorizeSandbox({ unknownScope });
      const { query, rule } = await sandbox.walk({ ...good, scope });
      const code = query.get('code');
      return code === null ? rule : (await sandbox.store.codes.get(code))?.scopes.join(' ');
    };
    const all = 'ReadAccounts ReadCallLog';
    expect(await scopesFor('ignore', 'Faxes "')).toBe(all);
    expect(await scopesFor('drop', 'Faxes ReadCallLog ReadCallLog')).toBe('ReadCallLog');
    expect(await scopesFor('drop', '')).toBe(all);
  });

  it.each([
    ['AS-051', 'refuse', 'ReadAccounts  ReadCallLog'],
    ['AS-051', 'drop', 'ReadAccounts,"'],
    ['AS-054', 'refuse', 'ReadAccounts Faxes'],
    ['AS-054', 'drop', 'readaccounts'],
  ] as const)('%s under %s, %j is invalid_scope', async (rule, unknownScope, scope) => {
    const { ask } = await makeAuthorizeSandbox({ unknownScope });
    const answer = await ask({ ...good, scope });
    expect(answer).toMatchObject({ status: 302, rule });
    expect(answer.query.get('error')).toBe('invalid_scope');
  });

  it('AS-008 an echoed value is filtered in error_description', async () => {
    const { ask } = await makeAuthorizeSandbox({ unknownScope: 'refuse' });
    const { query } = await ask({ ...good, scope: 'a\\b é"\n' });
    expect(query.get('error_description')).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
  });
});

describe('parameters', () => {
  it('AS-002 AS-003 AS-005 empty, unknown and repeated unknown ones change nothing', async () => {
    const { ask } = await makeAuthorizeSandbox({ unknownScope: 'refuse' });
    const page = await ask([
      ...Object.entries(good),
      ...['scope', 'brand_id', 'display', 'prompt', 'ui_options', 'ui_locales', 'localeId'].map(
        (name) => [name, ''] as const,
      ),
      ['ui_options', 'hide_logo'],
      ['ui_options', 'hide_tos'],
      ['__proto__', 'x'],
      ['constructor', 'x'],
      ['foo', 'bar'],
      ['foo', 'bar'],
    ]);
    expect(page.status).toBe(200);
  });

  it('AS-025 POST behaves as GET does, and takes a form alone', async () => {
    const { post, send } = await makeAuthorizeSandbox();
    expect((await post('', good)).text).toContain('Sign in to the sandbox');
    const refused = await post('', { ...good, response_type: 'x' });
    expect(refused).toMatchObject({ status: 303, rule: 'AS-045' });
    const json = await send('/restapi/oauth/authorize', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(good),
    });
    expect(json).toMatchObject({ status: 415, rule: 'AS-025', location: null });
  });

  it('AS-013 AS-069 another method is 405 with Allow and without CORS', async () => {
    const { send } = await makeAuthorizeSandbox();
    for (const method of ['PUT', 'DELETE', 'OPTIONS']) {
      const answer = await send('/restapi/oauth/authorize', {
        method,
        headers: { origin: 'https://app.example' },
      });
      expect(answer.status, method).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
      expectGuarded(answer.headers);
    }
    expect((await send('/restapi/oauth/authorize/sign-in')).headers.get('allow')).toBe('POST');
  });

  it('AS-072 a secret in the query does not stop the flow; the trace tells of it', async () => {
    const { ask } = await makeAuthorizeSandbox();
    const page = await ask({ ...good, client_secret: 'false-secret' });
    expect(page).toMatchObject({ status: 200, rule: 'AS-072' });
    expect(page.text).not.toContain('false-secret');
  });
});
