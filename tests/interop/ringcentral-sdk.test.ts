import { SDK } from '@ringcentral/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, web } from '../conformance/table/apps.ts';
import type { AppSpec } from '../conformance/table/row.ts';
import { startSandbox, type RunningSandbox } from '../sandbox-under-test.ts';
import { logIn, makeApp } from './reader.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

async function sdkFor(spec: AppSpec) {
  const app = await makeApp(sandbox, spec);
  const redirectUri = spec.redirectUris[0] ?? '';
  const sdk = new SDK({
    server: sandbox.origin,
    clientId: app.clientId,
    ...(app.clientSecret === undefined ? {} : { clientSecret: app.clientSecret }),
    redirectUri,
    // Its cache is one for the process: each app keeps to its own part.
    cachePrefix: app.clientId,
  });
  return { sdk, platform: sdk.platform(), redirectUri };
}

const cases: readonly [string, AppSpec, boolean][] = [
  ['a browser app with PKCE', browser, true],
  ['a server app with a secret', web, false],
  ['a server app with a secret and PKCE', web, true],
];

test.each(cases)('@ringcentral/sdk: %s goes the whole way', async (_, spec, usePKCE) => {
  const { platform, redirectUri } = await sdkFor(spec);
  const loginUrl = platform.loginUrl({ usePKCE, state: 'the state' });
  const callback = await logIn(sandbox, loginUrl);
  expect(callback.href.startsWith(redirectUri)).toBe(true);

  const answer = platform.parseLoginRedirect(callback.search);
  expect(answer['state']).toBe('the state');
  const { code = '' } = answer;
  const login = await platform.login(
    usePKCE ? { code, code_verifier: platform.codeVerifier } : { code },
  );
  expect(login.status).toBe(200);
  const first = (await platform.auth().data()).access_token;

  const extension = await platform.get('/restapi/v1.0/account/~/extension/~');
  expect(await extension.json()).toMatchObject({ extensionNumber: '101' });

  await platform.refresh();
  const second = (await platform.auth().data()).access_token;
  expect(second).not.toBe(first);
  expect((await platform.get('/restapi/v1.0/account/~/extension/~')).status).toBe(200);

  const logout = await platform.logout();
  expect(logout?.status).toBe(200);
  const gone = await fetch(`${sandbox.origin}/restapi/v1.0/account/~/extension/~`, {
    headers: { authorization: `Bearer ${second}` },
  });
  expect(gone.status).toBe(401);
});

test('@ringcentral/sdk: a token that expired is refreshed on the way', async () => {
  const { platform } = await sdkFor(browser);
  const callback = await logIn(sandbox, platform.loginUrl({ usePKCE: true }));
  const { code = '' } = platform.parseLoginRedirect(callback.search);
  await platform.login({ code, code_verifier: platform.codeVerifier });
  const first = (await platform.auth().data()).access_token;
  const moved = await fetch(`${sandbox.origin}/sandbox/api/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ offsetSeconds: 3700 }),
  });
  expect(moved.status).toBe(200);
  // The SDK's own clock has not moved: it meets a 401, refreshes and asks again.
  const extension = await platform.get('/restapi/v1.0/account/~/extension/~');
  expect(extension.status).toBe(200);
  expect((await platform.auth().data()).access_token).not.toBe(first);
});

test('@ringcentral/sdk: a wrong verifier is RingCentral’s kind of error', async () => {
  const { platform } = await sdkFor(browser);
  const callback = await logIn(sandbox, platform.loginUrl({ usePKCE: true }));
  const { code = '' } = platform.parseLoginRedirect(callback.search);
  await expect(platform.login({ code, code_verifier: 'w'.repeat(43) })).rejects.toMatchObject({
    response: { status: 400 },
  });
});
