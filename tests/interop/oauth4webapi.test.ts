import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, odd, web } from '../conformance/table/apps.ts';
import type { AppSpec } from '../conformance/table/row.ts';
import { startSandbox, type RunningSandbox } from '../sandbox-under-test.ts';
import { logIn, makeApp } from './reader.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

// The loopback has no TLS; every other check of the client stays on.
const plain = { [oauth.allowInsecureRequests]: true } as const;

async function usePreset(preset: string) {
  const response = await fetch(`${sandbox.origin}/sandbox/api/policy`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ preset }),
  });
  expect(response.status).toBe(200);
}

const cases: readonly [string, AppSpec][] = [
  ['a public client', browser],
  ['a confidential client', web],
  ['a confidential client whose id and secret need form encoding', odd],
];

for (const preset of ['strict', 'ringcentral']) {
  test.each(cases)(`oauth4webapi, ${preset}: %s goes the whole way`, async (_, spec) => {
    await usePreset(preset);
    const app = await makeApp(sandbox, {
      ...spec,
      clientId: `${spec.clientId ?? spec.name} ${preset}`,
    });
    const redirectUri = spec.redirectUris[0] ?? '';

    const issuer = new URL(sandbox.origin);
    const server = await oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...plain }),
    );
    const client: oauth.Client = { client_id: app.clientId };
    const authentication =
      app.clientSecret === undefined ? oauth.None() : oauth.ClientSecretBasic(app.clientSecret);

    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const url = new URL(server.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: app.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'ReadAccounts',
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();
    // Checks state, and iss where the metadata promises it.
    const callback = oauth.validateAuthResponse(
      server,
      client,
      await logIn(sandbox, url.href),
      state,
    );

    const tokens = await oauth.processAuthorizationCodeResponse(
      server,
      client,
      await oauth.authorizationCodeGrantRequest(
        server,
        client,
        authentication,
        callback,
        redirectUri,
        verifier,
        plain,
      ),
    );
    const call = (token: string) =>
      oauth.protectedResourceRequest(
        token,
        'GET',
        new URL('/restapi/v1.0/account/~/extension/~', sandbox.origin),
        undefined,
        undefined,
        plain,
      );
    const extension = await call(tokens.access_token);
    expect(await extension.json()).toMatchObject({ extensionNumber: '101' });

    const refreshed = await oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(
        server,
        client,
        authentication,
        tokens.refresh_token ?? '',
        plain,
      ),
    );
    expect(refreshed.access_token).not.toBe(tokens.access_token);
    expect((await call(refreshed.access_token)).status).toBe(200);

    await oauth.processRevocationResponse(
      await oauth.revocationRequest(
        server,
        client,
        authentication,
        refreshed.refresh_token ?? '',
        plain,
      ),
    );
    await expect(call(refreshed.access_token)).rejects.toThrow(oauth.WWWAuthenticateChallengeError);
  });
}
