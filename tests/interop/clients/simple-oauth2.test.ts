import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { AuthorizationCode, ResourceOwnerPassword, type AccessToken } from 'simple-oauth2';
import { logIn } from '../reader.ts';
import { ownSandbox, type Prepared } from './given.ts';
import { walks, type Session } from './walk.ts';

const sandbox = ownSandbox();

const settings = ({ clientId, clientSecret = '' }: Prepared) => ({
  client: { id: clientId, secret: clientSecret },
  auth: {
    tokenHost: sandbox.now().origin,
    tokenPath: '/restapi/oauth/token',
    revokePath: '/restapi/oauth/revoke',
  },
});

function session(first: AccessToken): Session {
  let held = first;
  return {
    access: held.token.access_token,
    async refresh() {
      held = await held.refresh();
      return held.token.access_token;
    },
    // It wants JSON of a revocation, which RFC 7009 2.2 leaves empty, as RingCentral does: it ends, and throws.
    revoke: () => expect(held.revoke('refresh_token')).rejects.toThrow('not JSON compatible'),
  };
}

/** It has no PKCE of its own, and passes on what it is given. */
async function byCode(verifier?: string): Promise<Session> {
  const app = await sandbox.prepare('web');
  const { client: of, auth } = settings(app);
  const client = new AuthorizationCode({
    client: of,
    auth: { ...auth, authorizePath: '/restapi/oauth/authorize' },
  });
  const url = client.authorizeURL({
    redirect_uri: app.redirectUri,
    state: 'the state',
    ...(verifier && {
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }),
  });
  const back = await logIn(sandbox.now(), url);
  const token = await client.getToken({
    code: back.searchParams.get('code') ?? '',
    redirect_uri: app.redirectUri,
    ...(verifier && { code_verifier: verifier }),
  });
  return session(token);
}

walks('simple-oauth2', 'code with a secret', sandbox.now, () => byCode());
walks('simple-oauth2', 'code with a secret, PKCE passed through', sandbox.now, () =>
  byCode('v'.repeat(43)),
);
walks('simple-oauth2', 'password', sandbox.now, async () => {
  const client = new ResourceOwnerPassword(settings(await sandbox.prepare('noUi')));
  const user = { username: '+18335550100*101', password: 'sandbox-password' };
  return session(await client.getToken(user));
});
