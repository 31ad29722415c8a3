import { CodeChallengeMethod, OAuth2Client, generateCodeVerifier, generateState } from 'arctic';
import { logIn } from '../reader.ts';
import { ownSandbox } from './given.ts';
import { walks, type Session } from './walk.ts';

const sandbox = ownSandbox();

async function byCode(name: 'browser' | 'web', pkce: boolean): Promise<Session> {
  const { clientId, clientSecret = null, redirectUri, endpoints } = await sandbox.prepare(name);
  const client = new OAuth2Client(clientId, clientSecret, redirectUri);
  const state = generateState();
  const verifier = pkce ? generateCodeVerifier() : null;
  const url =
    verifier === null
      ? client.createAuthorizationURL(endpoints.authorize, state, [])
      : client.createAuthorizationURLWithPKCE(
          endpoints.authorize,
          state,
          CodeChallengeMethod.S256,
          verifier,
          [],
        );
  const back = await logIn(sandbox.now(), url.href);
  const code = back.searchParams.get('code') ?? '';
  let tokens = await client.validateAuthorizationCode(endpoints.token, code, verifier);
  return {
    access: tokens.accessToken(),
    async refresh() {
      tokens = await client.refreshAccessToken(endpoints.token, tokens.refreshToken(), []);
      return tokens.accessToken();
    },
    revoke: () => client.revokeToken(endpoints.revoke, tokens.refreshToken()),
  };
}

walks('arctic', 'code with PKCE, public client', sandbox.now, () => byCode('browser', true));
walks('arctic', 'code with PKCE and a secret', sandbox.now, () => byCode('web', true));
walks('arctic', 'code with a secret', sandbox.now, () => byCode('web', false));
