import { SDK } from '@ringcentral/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, jwtApp, noUi, web } from '../conformance/table/apps.ts';
import type { AppSpec } from '../conformance/table/row.ts';
import { startSandbox, type RunningSandbox } from '../sandbox-under-test.ts';
import { named } from './clients/walk.ts';
import { isLive, logIn, makeApp, makeJwt } from './reader.ts';

const client = named('@ringcentral/sdk');
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
  return { app, sdk, platform: sdk.platform(), redirectUri };
}

const cases: readonly [string, AppSpec, boolean][] = [
  ['a browser app with PKCE', browser, true],
  ['a server app with a secret', web, false],
  ['a server app with a secret and PKCE', web, true],
];

test.each(cases)(`${client}: %s goes the whole way`, async (_, spec, usePKCE) => {
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

/** The API, a refresh, the API again, and the end. */
async function useAndEnd(platform: Awaited<ReturnType<typeof sdkFor>>['platform']) {
  const first = (await platform.auth().data()).access_token ?? '';
  const extension = await platform.get('/restapi/v1.0/account/~/extension/~');
  expect(await extension.json()).toMatchObject({ extensionNumber: '101' });
  await platform.refresh();
  const second = (await platform.auth().data()).access_token ?? '';
  expect(second).not.toBe(first);
  expect(await isLive(sandbox, first)).toBe(false);
  expect((await platform.get('/restapi/v1.0/account/~/extension/~')).status).toBe(200);
  expect((await platform.logout())?.status).toBe(200);
  expect(await isLive(sandbox, second)).toBe(false);
}

test(`${client}: JWT goes the whole way`, async () => {
  const { app, platform } = await sdkFor(jwtApp);
  const jwt = await makeJwt(sandbox, app.clientId);
  expect((await platform.login({ jwt })).status).toBe(200);
  await useAndEnd(platform);
});

test(`${client}: a JWT for another app is OAU-473`, async () => {
  const { platform } = await sdkFor(jwtApp);
  const jwt = await makeJwt(sandbox, 'another-app');
  await expect(platform.login({ jwt })).rejects.toThrow(
    'is not allowed to use this personal API Key',
  );
});

test.each([
  ['glued on', { username: '+18335550100', extension: '101' }],
  ['in the user name', { username: '+18335550100*101' }],
  ['left out', { username: '+18335550100' }],
])(`${client}: password, the extension %s, goes the whole way`, async (_, user) => {
  const { platform } = await sdkFor(noUi);
  const login = await platform.login({ ...user, password: 'sandbox-password' });
  expect(login.status).toBe(200);
  await useAndEnd(platform);
});

test(`${client}: implicit, parsed from the fragment, calls the API and ends`, async () => {
  const { platform, redirectUri } = await sdkFor(browser);
  const callback = await logIn(sandbox, platform.loginUrl({ implicit: true, state: 'the state' }));
  expect(callback.href.startsWith(`${redirectUri}#`)).toBe(true);
  const answer = platform.parseLoginRedirect(callback.hash);
  expect(answer).toMatchObject({
    token_type: 'bearer',
    expires_in: '3600',
    scope: 'ReadAccounts ReadCallLog',
    state: 'the state',
  });
  await platform.login(answer);
  const extension = await platform.get('/restapi/v1.0/account/~/extension/~');
  expect(await extension.json()).toMatchObject({ extensionNumber: '101' });
  expect((await platform.logout())?.status).toBe(200);
  expect(await isLive(sandbox, answer['access_token'] ?? '')).toBe(false);
});

test(`${client}: implicit for an app without it throws what the fragment says`, async () => {
  const { platform } = await sdkFor(web);
  const callback = await logIn(sandbox, platform.loginUrl({ implicit: true }));
  expect(() => platform.parseLoginRedirect(callback.hash)).toThrow(
    'The client is unauthorized for the required grant type: [IMPLICIT]',
  );
});

test(`${client}: a token that expired is refreshed on the way`, async () => {
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

test(`${client}: a wrong verifier is RingCentral’s kind of error`, async () => {
  const { platform } = await sdkFor(browser);
  const callback = await logIn(sandbox, platform.loginUrl({ usePKCE: true }));
  const { code = '' } = platform.parseLoginRedirect(callback.search);
  await expect(platform.login({ code, code_verifier: 'w'.repeat(43) })).rejects.toMatchObject({
    response: { status: 400 },
  });
});
