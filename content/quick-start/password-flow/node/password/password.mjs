// The same first call with a user's password, which runs in the sandbox only: RingCentral
// ended this grant on 31 March 2024, and no app gets it any more. Read it to see what an old
// script does, then move that script to a JWT: first-call does the same with one.
//
//   node password.mjs
import { OAuth } from './oauth.mjs';
import { readSettings, stop } from './settings.mjs';

// An app that keeps its users' passwords loses them all when it is broken into.
const needed = ['RC_APP_CLIENT_SECRET', 'RC_USERNAME', 'RC_PASSWORD'];
const settings = readSettings(import.meta.url, needed, ['RC_EXTENSION']);
const { username, extension, password } = settings;
const oauth = new OAuth(settings);

try {
  //: token
  // The user name is the main number, with + and country code, or an e-mail address.
  const user = { username, password, ...(extension && { extension }) };
  await oauth.exchange({ grant_type: 'password', ...user });
  const seconds = Math.round((oauth.tokens.expiresAt - Date.now()) / 1000);
  console.log(
    `Signed in with a password, as only the sandbox still allows. The token is good for ${seconds} seconds.`,
  );

  //: api
  const path = '/restapi/v1.0/account/~/extension/~';
  const { extensionNumber, name, status } = await oauth.call(path);
  console.log(`GET ${path}`);
  console.log(`Extension ${extensionNumber}: ${name}, ${status}`);

  //: problems
} catch ({ message, error, help }) {
  const check = 'Check RC_USERNAME, RC_EXTENSION and RC_PASSWORD.';
  const next = {
    invalid_client: 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
    unauthorized_client:
      'At RingCentral no app may use this grant any more; the sandbox has it for apps without a user interface.',
    invalid_request: check,
    invalid_grant: check,
  };
  stop([message, next[error], help && `Read why at ${help}`].filter(Boolean).join(' '));
}

//: next
console.log(`
What to do next: move to a JWT where a script acts for one account. Where users sign in to
your app, let them do so themselves: authorization code with PKCE.`);
