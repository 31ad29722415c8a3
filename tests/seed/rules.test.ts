import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoUser } from '../oracle/account.ts';
import { type Flow, flows } from '../oracle/matrix.ts';
import { type Answer, Attempts } from '../oracle/wire.ts';
import { type RunningSandbox, startSandbox } from '../sandbox-under-test.ts';

/** What the original page states about app settings, tried over HTTP. */
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

interface Created {
  clientId: string;
  clientSecret?: string;
  flows: Record<Flow, { bySettings: string; reasons: string[] }>;
}

async function create(audience: string, platformType: string, more: object = {}): Promise<Created> {
  const response = await fetch(`${sandbox.origin}/sandbox/api/apps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Seed',
      portal: 'classic',
      audience,
      platformType,
      redirectUris: ['https://app.example.com/callback'],
      scopes: ['ReadAccounts'],
      ...more,
    }),
  });
  expect(response.status).toBe(201);
  return (await response.json()) as Created;
}

const attempt = (app: Created, flow: Flow, open: Flow[] = []): Promise<Answer> =>
  new Attempts(sandbox.origin, app, demoUser('-')).try(flow, open);
const refusal = (answer: Answer) => (answer.kind === 'refused' ? answer.code : answer.kind);

const types = [
  'BrowserBased',
  'ServerWeb',
  'MobileIOS',
  'MobileAndroid',
  'MobileOther',
  'DesktopWindows',
  'DesktopMac',
  'DesktopOther',
  'ServerOther',
];

test('settings-decide: one flow, two apps, two answers', async () => {
  expect(refusal(await attempt(await create('private', 'ServerOther'), 'password'))).toBe(
    'allowed',
  );
  expect(refusal(await attempt(await create('private', 'ServerWeb'), 'password'))).toBe('OAU-251');
});

test.each(types)('public-no-password: %s', async (type) => {
  expect(refusal(await attempt(await create('public', type), 'password'))).toBe('OAU-251');
});

test.each(['BrowserBased', 'ServerWeb'])('private-web-no-password: %s', async (type) => {
  expect(refusal(await attempt(await create('private', type), 'password'))).toBe('OAU-251');
});

test.each<[string, Flow]>([
  ['private', 'auth-code'],
  ['private', 'auth-code-pkce'],
  ['private', 'implicit'],
  ['public', 'auth-code'],
])('no-interface-no-code: %s, %s', async (audience, flow) => {
  expect(refusal(await attempt(await create(audience, 'ServerOther'), flow))).toBe('OAU-112');
});

test('settings-page-lists-flows: each of the seven, with its reasons', async () => {
  const app = await create('public', 'MobileIOS');
  expect(Object.keys(app.flows).sort()).toEqual([...flows].sort());
  expect(app.flows.password).toMatchObject({ bySettings: 'refused', reasons: ['X12', 'X1'] });
  expect(app.flows['auth-code']).toMatchObject({ bySettings: 'allowed', reasons: [] });
});

test('create-an-app: it gets credentials, and a secret where it can keep one', async () => {
  const server = await create('private', 'ServerWeb');
  expect([server.clientId.length > 0, server.clientSecret !== undefined]).toEqual([true, true]);
  const browser = await create('private', 'BrowserBased');
  expect([browser.clientId.length > 0, browser.clientSecret]).toEqual([true, undefined]);
});

test.each(types.filter((type) => type !== 'ServerOther'))(
  'code-for-web-mobile-desktop: %s',
  async (type) => {
    expect(refusal(await attempt(await create('private', type), 'auth-code'))).toBe('allowed');
  },
);

test.each(['BrowserBased', 'MobileIOS', 'DesktopWindows'])(
  'pkce-needs-no-secret: %s',
  async (type) => {
    const app = await create('public', type);
    expect(app.clientSecret).toBeUndefined();
    expect(refusal(await attempt(app, 'auth-code-pkce'))).toBe('allowed');
  },
);

test.each(['MobileIOS', 'DesktopWindows'])(
  'implicit-mobile-desktop: %s runs it, with a warning',
  async (type) => {
    const app = await create('private', type);
    expect(app.flows.implicit).toMatchObject({ bySettings: 'warning' });
    expect(app.flows.implicit.reasons).toContain('M4');
    expect(refusal(await attempt(app, 'implicit'))).toBe('allowed');
  },
);

test('password-single-user-server: an app without an interface logs one user in', async () => {
  const app = await create('private', 'ServerOther');
  expect(refusal(await attempt(app, 'password'))).toBe('allowed');
});

test.each<[Flow, string]>([
  ['auth-code', 'ServerWeb'],
  ['auth-code-pkce', 'BrowserBased'],
  ['password', 'ServerOther'],
])('refresh-whichever-flow: after %s', async (flow, type) => {
  const app = await create('private', type);
  expect(refusal(await attempt(app, 'refresh-token', [flow]))).toBe('allowed');
});

test.each<[Flow, string]>([
  ['auth-code', 'ServerWeb'],
  ['password', 'ServerOther'],
])('without-refresh-first-flow-again: %s', async (flow, type) => {
  const app = await create('private', type, { issueRefreshTokens: false });
  const first = await attempt(app, flow);
  expect(first).toEqual({ kind: 'allowed' });
  expect(refusal(await attempt(app, 'refresh-token', [flow]))).toBe('OAU-251');
  expect(await attempt(app, flow)).toEqual({ kind: 'allowed' });
});
