// The first API call from a script that runs on its own, with a JWT. What it says to RingCentral
// stands in oauth.mjs, the same file as in the web app. Needs Node 20 or later, and no packages.
//
//   node first-call.mjs
import { OAuth } from './oauth.mjs';
import { readSettings, stop } from './settings.mjs';

// The JWT is as good as a password: whoever has it and the secret acts as its user.
const settings = readSettings(import.meta.url, ['RC_APP_CLIENT_SECRET', 'RC_USER_JWT']);
const oauth = new OAuth(settings);

try {
  //: token
  await oauth.exchange({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: settings.jwt,
  });
  const seconds = Math.round((oauth.tokens.expiresAt - Date.now()) / 1000);
  console.log(`Signed in with a JWT. The token is good for ${seconds} seconds.`);

  //: api
  const path = '/restapi/v1.0/account/~/extension/~';
  const { extensionNumber, name, status } = await oauth.call(path);
  console.log(`GET ${path}`);
  console.log(`Extension ${extensionNumber}: ${name}, ${status}`);

  //: problems
} catch ({ message, error, help }) {
  const next = {
    invalid_client: 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
    unauthorized_client:
      'Choose JWT auth flow in the app’s settings; an older app needs a new one.',
    invalid_request: 'Check that RC_USER_JWT is whole, and made for this server and this app.',
    invalid_grant: 'Check that RC_USER_JWT has not ended or been revoked.',
  };
  stop([message, next[error], help && `Read why at ${help}`].filter(Boolean).join(' '));
}

//: next
console.log(`
What to do next: use one token until it ends, rather than one a call. Where users sign in to
your app, let them do so themselves: authorization code with PKCE.`);
