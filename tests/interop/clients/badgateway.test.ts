import { OAuth2Client, generateCodeVerifier, type OAuth2Token } from '@badgateway/oauth2-client';
import { logIn } from '../reader.ts';
import { ownSandbox, type Prepared } from './given.ts';
import { walks, type Session } from './walk.ts';

const sandbox = ownSandbox();
const name = '@badgateway/oauth2-client';

/** Finds the endpoints by the metadata itself. */
const clientFor = ({ clientId, clientSecret }: Prepared) =>
  new OAuth2Client({
    server: sandbox.now().origin,
    discoveryEndpoint: '/.well-known/oauth-authorization-server',
    clientId,
    ...(clientSecret === undefined ? {} : { clientSecret }),
  });

function session(client: OAuth2Client, first: OAuth2Token): Session {
  let token = first;
  return {
    access: token.accessToken,
    async refresh() {
      token = await client.refreshToken(token);
      return token.accessToken;
    },
    revoke: () => client.revoke(token, 'refresh_token'),
  };
}

async function byCode(app: Prepared): Promise<Session> {
  const client = clientFor(app);
  const codeVerifier = await generateCodeVerifier();
  const given = { redirectUri: app.redirectUri, state: 'the state', codeVerifier };
  const url = await client.authorizationCode.getAuthorizeUri(given);
  const back = await logIn(sandbox.now(), url);
  return session(client, await client.authorizationCode.getTokenFromCodeRedirect(back, given));
}

walks(name, 'code with PKCE, public client', sandbox.now, async () =>
  byCode(await sandbox.prepare('browser')),
);
walks(name, 'code with PKCE and a secret', sandbox.now, async () =>
  byCode(await sandbox.prepare('web')),
);
walks(name, 'password', sandbox.now, async () => {
  const client = clientFor(await sandbox.prepare('noUi'));
  const user = { username: '+18335550100*101', password: 'sandbox-password' };
  return session(client, await client.password(user));
});
