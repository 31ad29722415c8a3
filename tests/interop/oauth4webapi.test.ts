import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, jwtApp, odd, web } from '../conformance/table/apps.ts';
import type { AppSpec } from '../conformance/table/row.ts';
import { startSandbox, type RunningSandbox } from '../sandbox-under-test.ts';
import { named } from './clients/walk.ts';
import { isLive, logIn, makeApp, makeJwt } from './reader.ts';

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
  test.each(cases)(
    `${named('oauth4webapi')}: ${preset}, %s goes the whole way`,
    async (_, spec) => {
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
      await expect(call(refreshed.access_token)).rejects.toThrow(
        oauth.WWWAuthenticateChallengeError,
      );
    },
  );
}

for (const preset of ['strict', 'ringcentral']) {
  test(`${named('oauth4webapi')}: ${preset}, JWT bearer, and what comes of it`, async () => {
    await usePreset(preset);
    const app = await makeApp(sandbox, jwtApp);
    const issuer = new URL(sandbox.origin);
    const server = await oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...plain }),
    );
    const client: oauth.Client = { client_id: app.clientId };
    const authentication = oauth.ClientSecretBasic(app.clientSecret ?? '');
    const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    expect(server.grant_types_supported).toContain(grantType);
    const ask = async (assertion: string) =>
      oauth.processGenericTokenEndpointResponse(
        server,
        client,
        await oauth.genericTokenEndpointRequest(
          server,
          client,
          authentication,
          grantType,
          { assertion },
          plain,
        ),
      );

    const jwt = await makeJwt(sandbox, app.clientId);
    const tokens = await ask(jwt);
    expect(await isLive(sandbox, tokens.access_token)).toBe(true);
    await expect(ask(`${jwt.slice(0, -4)}AAAA`)).rejects.toMatchObject({
      error: preset === 'strict' ? 'invalid_grant' : 'invalid_request',
    });

    // RFC 7521 section 4.1 advises against a refresh token; RingCentral gives one.
    expect(tokens.refresh_token !== undefined).toBe(preset === 'ringcentral');
    let last = tokens;
    if (tokens.refresh_token !== undefined) {
      last = await oauth.processRefreshTokenResponse(
        server,
        client,
        await oauth.refreshTokenGrantRequest(
          server,
          client,
          authentication,
          tokens.refresh_token,
          plain,
        ),
      );
      expect(await isLive(sandbox, tokens.access_token)).toBe(false);
    }
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(server, client, authentication, last.access_token, plain),
    );
    expect(await isLive(sandbox, last.access_token)).toBe(false);
  });
}
