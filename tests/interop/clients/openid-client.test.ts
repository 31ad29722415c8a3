import * as client from 'openid-client';
import { logIn, makeJwt } from '../reader.ts';
import { ownSandbox, type Prepared } from './given.ts';
import { walks, type Session } from './walk.ts';

const sandbox = ownSandbox();

/** Reads the metadata of the authorization server (RFC 8414); the loopback has no TLS. */
const discover = (app: Prepared) =>
  client.discovery(
    new URL(sandbox.now().origin),
    app.clientId,
    undefined,
    app.clientSecret === undefined ? client.None() : client.ClientSecretBasic(app.clientSecret),
    { algorithm: 'oauth2', execute: [client.allowInsecureRequests] },
  );

function session(config: client.Configuration, tokens: client.TokenEndpointResponse): Session {
  let refreshToken = tokens.refresh_token ?? '';
  return {
    access: tokens.access_token,
    async refresh() {
      const next = await client.refreshTokenGrant(config, refreshToken);
      refreshToken = next.refresh_token ?? '';
      return next.access_token;
    },
    revoke: () => client.tokenRevocation(config, refreshToken),
  };
}

async function byCode(name: 'browser' | 'web'): Promise<Session> {
  const app = await sandbox.prepare(name);
  const config = await discover(app);
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedState = client.randomState();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: app.redirectUri,
    state: expectedState,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  const back = await logIn(sandbox.now(), url.href);
  const checks = { pkceCodeVerifier, expectedState };
  return session(config, await client.authorizationCodeGrant(config, back, checks));
}

walks('openid-client', 'code with PKCE, public client', sandbox.now, () => byCode('browser'));
walks('openid-client', 'code with PKCE and a secret', sandbox.now, () => byCode('web'));
walks('openid-client', 'JWT bearer', sandbox.now, async () => {
  const app = await sandbox.prepare('jwt');
  const config = await discover(app);
  const assertion = await makeJwt(sandbox.now(), app.clientId);
  const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  return session(config, await client.genericGrantRequest(config, grant, { assertion }));
});
