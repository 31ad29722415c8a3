import RingCentral from '@rc-ex/core';
import RestException from '@rc-ex/core/RestException';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, desktop, jwtApp, web } from '../conformance/table/apps.ts';
import type { AppSpec } from '../conformance/table/row.ts';
import { startSandbox, type RunningSandbox } from '../sandbox-under-test.ts';
import { named } from './clients/walk.ts';
import { isLive, logIn, makeApp, makeJwt } from './reader.ts';

const client = named('@rc-ex/core');
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

// RFC 7636 appendix B: this SDK leaves the pair to its caller.
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

async function clientFor(spec: AppSpec) {
  const app = await makeApp(sandbox, spec);
  const rc = new RingCentral({
    server: sandbox.origin,
    clientId: app.clientId,
    ...(app.clientSecret === undefined ? {} : { clientSecret: app.clientSecret }),
  });
  return { app, rc, redirectUri: spec.redirectUris[0] ?? '' };
}

/** The code that a sign-in gives. */
async function codeFor(clientId: string, redirectUri: string, pkce: boolean): Promise<string> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    ...(pkce && { code_challenge: challenge, code_challenge_method: 'S256' }),
  });
  const url = `${sandbox.origin}/restapi/oauth/authorize?${query}`;
  return (await logIn(sandbox, url)).searchParams.get('code') ?? '';
}

/** The API, a refresh, the API again, and the end. */
async function useAndEnd(rc: RingCentral) {
  const first = rc.token?.access_token ?? '';
  expect((await rc.restapi().account().extension().get()).extensionNumber).toBe('101');
  const renewed = await rc.refresh();
  expect(renewed.access_token).not.toBe(first);
  expect(await isLive(sandbox, first)).toBe(false);
  expect((await rc.restapi().account().extension().callLog().list()).records).toBeDefined();
  await rc.revoke();
  expect(rc.token).toBeUndefined();
  expect(await isLive(sandbox, renewed.access_token ?? '')).toBe(false);
}

const cases: readonly [string, AppSpec, boolean][] = [
  ['a server app with a secret', web, false],
  ['a server app with a secret and PKCE', web, true],
  ['a browser app with PKCE', browser, true],
  ['a desktop app with PKCE', desktop, true],
];

test.each(cases)(`${client}: %s goes the whole way`, async (_, spec, pkce) => {
  const { app, rc, redirectUri } = await clientFor(spec);
  const code = await codeFor(app.clientId, redirectUri, pkce);
  const token = await rc.authorize({
    code,
    redirect_uri: redirectUri,
    ...(pkce && { code_verifier: verifier }),
  });
  expect(token).toMatchObject({ token_type: 'bearer', expires_in: 3600, owner_id: '1000101' });
  await useAndEnd(rc);
});

test(`${client}: JWT goes the whole way`, async () => {
  const { app, rc } = await clientFor(jwtApp);
  const token = await rc.authorize({ jwt: await makeJwt(sandbox, app.clientId) });
  expect(token).toMatchObject({ token_type: 'bearer', refresh_token_expires_in: 604_800 });
  await useAndEnd(rc);
});

test(`${client}: a code used twice is OAU-106, and ends what the first use gave`, async () => {
  const { app, rc, redirectUri } = await clientFor(web);
  const code = await codeFor(app.clientId, redirectUri, false);
  const token = await rc.authorize({ code, redirect_uri: redirectUri });
  const again = rc.authorize({ code, redirect_uri: redirectUri });
  await expect(again).rejects.toThrow(RestException);
  await expect(again).rejects.toMatchObject({
    response: { status: 400, data: { errors: [{ errorCode: 'OAU-106' }] } },
  });
  expect(await isLive(sandbox, token.access_token ?? '')).toBe(false);
});

test(`${client}: a JWT app that the credential does not list is OAU-473`, async () => {
  const { rc } = await clientFor(jwtApp);
  await expect(rc.authorize({ jwt: await makeJwt(sandbox, 'another') })).rejects.toMatchObject({
    response: { status: 400, data: { errors: [{ errorCode: 'OAU-473' }] } },
  });
});

test(`${client}: the password flow is gone from it, before any request`, async () => {
  const { rc } = await clientFor(web);
  const options = { username: '+18335550100', extension: '101', password: 'sandbox-password' };
  await expect(rc.authorize(options as never)).rejects.toThrow('Unsupported authorization flow');
});

test(`${client}: reads the OpenID configuration`, async () => {
  const { rc } = await clientFor(web);
  const configuration = await rc.wellKnown().openidConfiguration().get();
  expect(configuration).toMatchObject({
    issuer: sandbox.origin,
    jwks_uri: `${sandbox.origin}/restapi/oauth/jwks`,
  });
});
