import { describe, expect, it } from 'vitest';
import { good, makeAuthorizeSandbox } from '../testing/authorize-sandbox.ts';
import { basic, makeTestSandbox } from '../testing/test-sandbox.ts';

const web = basic('sandbox-server-web');
const only = basic('sandbox-server-only');
const login = {
  grant_type: 'password',
  username: '+18335550100*101',
  password: 'sandbox-password',
};

interface Body {
  errors?: { errorCode: string; message: string; parameters?: object[] }[];
}

async function said(answer: Response) {
  const [first] = ((await answer.json()) as Body).errors ?? [];
  return [answer.status, answer.headers.get('sandbox-rule'), first];
}

describe('a parameter in the address of the token endpoint (RFC 6749 section 3.2)', () => {
  const send = (query: string) =>
    makeTestSandbox().post(`/restapi/oauth/token?${query}`, login, only);

  it('AS-090 that is the body’s as well is one too many', async () => {
    expect(await said(await send('username=%2B18335550100*101'))).toEqual([
      400,
      'AS-090',
      {
        errorCode: 'SANDBOX-REQUEST-4',
        message: 'Parameters belong in the body, not in the query: username',
        parameters: [{ parameterName: 'username' }],
      },
    ]);
  });

  it('AS-090 that differs from the body’s is told so, as RingCentral tells it', async () => {
    expect(await said(await send('username=x'))).toEqual([
      400,
      'AS-090',
      {
        errorCode: 'OAU-150',
        message:
          'value of query parameter [username] should equal parameter [username] in request body',
        parameters: [{ parameterName: 'username' }],
      },
    ]);
  });
});

describe('a refusal of a code says which parameter it lacks', () => {
  const trade = { grant_type: 'authorization_code' };
  const missing = (name: string) => ({
    errorCode: 'SANDBOX-REQUEST-5',
    message: `A required parameter is missing: ${name}`,
    parameters: [{ parameterName: name }],
  });

  it('AS-118 the code', async () => {
    const answer = await makeTestSandbox().token(trade, web);
    expect(await said(answer)).toEqual([400, 'AS-118', missing('code')]);
  });

  it('AS-121 the redirect URI', async () => {
    const box = makeTestSandbox();
    const code = await box.addCode();
    const answer = await box.token({ ...trade, code }, web);
    expect(await said(answer)).toEqual([400, 'AS-121', missing('redirect_uri')]);
  });

  it('AS-119 names its rule where a code has expired', async () => {
    const box = makeTestSandbox();
    const code = await box.addCode();
    box.clock.forward(61);
    const redirect_uri = 'http://localhost:4321/callback/';
    const [status, rule, first] = await said(
      await box.token({ ...trade, code, redirect_uri }, web),
    );
    expect([status, rule, (first as { errorCode: string }).errorCode]).toEqual([
      400,
      'AS-119',
      'OAU-108',
    ]);
  });
});

it('AS-098 RingCentral’s one code and text for a grant that an app may not use, and no parameter', async () => {
  for (const grant of [{ grant_type: 'client_credentials' }, login]) {
    expect(await said(await makeTestSandbox().token(grant, web))).toEqual([
      400,
      'AS-098',
      { errorCode: 'OAU-251', message: 'Unauthorized for this grant type' },
    ]);
  }
});

it('X23 a user without the permission: which one it is', async () => {
  const answer = await makeTestSandbox().token({ ...login, username: '+18335550100*102' }, only);
  const [status, rule, first] = await said(answer);
  expect([status, rule]).toEqual([403, 'X23']);
  expect(first).toMatchObject({
    errorCode: 'CMN-408',
    parameters: [{ parameterName: 'permissionName', parameterValue: 'ThirdPartyAppAccess' }],
  });
});

describe('the authorization endpoint', () => {
  it('AS-007 names the part that cannot be decoded, cut where it is long', async () => {
    const { send } = await makeAuthorizeSandbox();
    const path = `/restapi/oauth/authorize?client_id=x&state=%ZZ${'x'.repeat(300)}`;
    const { status, rule, text } = await send(path, { headers: { accept: 'application/json' } });
    const [first] = (JSON.parse(text) as Body).errors ?? [];
    expect([status, rule, first?.parameters]).toEqual([
      400,
      'AS-007',
      [{ parameterName: `state=%ZZ${'x'.repeat(191)}` }],
    ]);
  });

  it('AS-003 brandId is brand_id by another name, and no other wish', async () => {
    const { ask } = await makeAuthorizeSandbox();
    const { text } = await ask({ ...good, brandId: '1210', ui_locales: 'en-US' });
    const wishes = [...text.matchAll(/<dt><code>(\w+)<\/code>/g)].map(([, name]) => name);
    expect(wishes).toEqual(['ui_locales', 'brand_id']);
    const both = await ask({ ...good, brandId: '1210', brand_id: '2020' });
    expect(both.text).toContain('<dd><code>2020</code>');
  });
});
