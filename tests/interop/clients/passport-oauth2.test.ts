import OAuth2Strategy from 'passport-oauth2';
import { logIn } from '../reader.ts';
import { ownSandbox } from './given.ts';
import { walks, type Session } from './walk.ts';

const sandbox = ownSandbox();

/** What passport gives a strategy at each request: it answers by one of these. */
function ask(strategy: OAuth2Strategy, request: object): Promise<{ to?: string; user?: unknown }> {
  return new Promise((resolve, reject) => {
    const answering = Object.assign(Object.create(strategy) as OAuth2Strategy, {
      redirect: (to: string) => {
        resolve({ to });
      },
      success: (user: unknown) => {
        resolve({ user });
      },
      fail: (why: unknown) => {
        reject(new Error(JSON.stringify(why)));
      },
      error: reject,
    });
    answering.authenticate(request);
  });
}

/** It sends the secret in the body (client_secret_post), and neither refreshes nor revokes. */
async function byCode(pkce: boolean): Promise<Session> {
  const app = await sandbox.prepare('web');
  const strategy = new OAuth2Strategy(
    {
      authorizationURL: app.endpoints.authorize,
      tokenURL: app.endpoints.token,
      clientID: app.clientId,
      clientSecret: app.clientSecret ?? '',
      callbackURL: app.redirectUri,
      state: true,
      ...(pkce && { pkce: 'S256' }),
    },
    (
      access: string,
      _refresh: string,
      _profile: unknown,
      done: (e: null, user: string) => void,
    ) => {
      done(null, access);
    },
  );
  const browser = { session: {} };
  const { to = '' } = await ask(strategy, { ...browser, query: {} });
  const back = await logIn(sandbox.now(), to);
  const query = Object.fromEntries(back.searchParams);
  const { user } = await ask(strategy, { ...browser, query });
  return { access: String(user) };
}

walks('passport-oauth2', 'code with a secret in the body', sandbox.now, () => byCode(false));
walks('passport-oauth2', 'code with PKCE and a secret in the body', sandbox.now, () =>
  byCode(true),
);
