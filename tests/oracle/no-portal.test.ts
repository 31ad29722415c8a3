import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../sandbox-under-test.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

interface Refusal {
  errors: { path: string; message: string }[];
}

const headers = { 'content-type': 'application/json' };
const classic = {
  name: 'Test',
  portal: 'classic',
  audience: 'private',
  platformType: 'ServerWeb',
  redirectUris: ['https://app.example.com/callback'],
  scopes: ['ReadAccounts'],
};
const threeLegged = { ...classic, portal: 'current', methods: ['three-legged'] };
const jwt = { ...threeLegged, methods: ['jwt'], platformType: undefined };

async function send(method: string, path: string, body: unknown) {
  const response = await fetch(`${sandbox.origin}/sandbox/api/apps${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Refusal };
}

describe('settings that no portal could have produced are refused with the field and the reason', () => {
  const redirect = (uri: string, app: object = classic) => ({ ...app, redirectUris: [uri] });
  test.each<[string, object, string, string]>([
    [
      'classic without a platform type',
      { ...classic, platformType: undefined },
      'platformType',
      'every app a platform type',
    ],
    ['classic with methods', { ...classic, methods: ['jwt'] }, 'methods', 'no methods'],
    ['current without a method', { ...classic, portal: 'current' }, 'methods', 'asks for a method'],
    ['current with an empty list', { ...threeLegged, methods: [] }, 'methods', 'asks for a method'],
    ['a method twice', { ...jwt, methods: ['jwt', 'jwt'] }, 'methods', 'twice'],
    ['an unknown method', { ...jwt, methods: ['magic'] }, 'methods.0', ''],
    [
      'three-legged without a platform type',
      { ...jwt, methods: ['three-legged'] },
      'platformType',
      'where the code runs',
    ],
    [
      'JWT alone with a platform type',
      { ...threeLegged, methods: ['jwt'] },
      'platformType',
      'only with three-legged',
    ],
    [
      'a type that the current portal never had',
      { ...threeLegged, platformType: 'ServerOther' },
      'platformType',
      'offers no ServerOther',
    ],
    ['a type that nobody had', { ...classic, platformType: 'Fridge' }, 'platformType', ''],
    ['another portal', { ...classic, portal: 'older' }, 'portal', ''],
    ['another audience', { ...classic, audience: 'friends' }, 'audience', ''],
    ['refresh as a word', { ...classic, issueRefreshTokens: 'yes' }, 'issueRefreshTokens', ''],
    ['no name', { ...classic, name: ' ' }, 'name', 'needs a name'],
    ['a name of 65', { ...classic, name: 'x'.repeat(65) }, 'name', '64'],
    ['a scope of old samples', { ...classic, scopes: ['CallLog'] }, 'scopes.0', 'not an app scope'],
    [
      'eleven redirect URIs',
      { ...classic, redirectUris: Array.from({ length: 11 }, (_, n) => `https://a.example/${n}`) },
      'redirectUris',
      '10',
    ],
    [
      'one redirect URI twice',
      { ...classic, redirectUris: ['https://a.example/', 'https://a.example/'] },
      'redirectUris',
      'twice',
    ],
    ['a relative one', redirect('/callback'), 'redirectUris.0', 'absolute'],
    ['one with a fragment', redirect('https://a.example/#x'), 'redirectUris.0', 'fragment'],
    ['one with a wildcard', redirect('https://*.a.example/'), 'redirectUris.0', 'wildcard'],
    ['http beyond loopback', redirect('http://a.example/'), 'redirectUris.0', 'https'],
    ['a script', redirect('javascript:alert(1)'), 'redirectUris.0', 'mobile and desktop'],
    [
      'a script on a phone',
      redirect('javascript:alert(1)', { ...classic, platformType: 'MobileIOS' }),
      'redirectUris.0',
      'domain name in reverse',
    ],
    [
      'a private-use scheme on a server',
      redirect('com.example.app:/cb'),
      'redirectUris.0',
      'mobile and desktop',
    ],
    ['an unknown member', { ...classic, flavour: 'mint' }, '', ''],
    [
      'a secret for an app that cannot keep one',
      { ...classic, platformType: 'BrowserBased', clientSecret: 'x' },
      'clientSecret',
      'no secret',
    ],
  ])('%s', async (_name, settings, field, reason) => {
    const { status, body } = await send('POST', '', settings);
    expect(status).toBe(400);
    const found = body.errors.filter(({ path }) => path === field);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(reason);
    expect(found[0]?.message).not.toBe('');
  });

  test('all that is wrong is listed, not only the first', async () => {
    const { body } = await send('POST', '', {
      ...classic,
      methods: ['jwt'],
      name: '',
      scopes: ['CallLog'],
    });
    expect(body.errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['name', 'scopes.0']),
    );
  });

  test.each([[null], [[]], ['text'], [7], [{}]])(
    '%j is refused, and is no fault of the server',
    async (body) => {
      const answer = await send('POST', '', body);
      expect(answer.status).toBe(400);
      expect(answer.body.errors.length).toBeGreaterThan(0);
    },
  );
});

test.each<[string, object, string]>([
  ['the portal', { portal: 'current' }, 'portal'],
  ['the platform type', { platformType: 'MobileIOS' }, 'platformType'],
  ['private to public', { audience: 'public' }, 'audience'],
  ['methods in the classic portal', { methods: ['jwt'] }, 'methods'],
  [
    'a redirect URI to one that may not be',
    { redirectUris: ['https://a.example/*'] },
    'redirectUris.0',
  ],
])('an edit may not change %s', async (_name, changes, field) => {
  const { body } = await send('POST', '', classic);
  const { clientId } = body as unknown as { clientId: string };
  const answer = await send('PATCH', `/${clientId}`, changes);
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ path }) => path)).toContain(field);
});
