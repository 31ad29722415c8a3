import { createHash, randomBytes } from 'node:crypto';

//: settings
export const app = {
  server: process.env.RC_SERVER_URL ?? 'http://localhost:4321',
  clientId: process.env.RC_APP_CLIENT_ID ?? 'sandbox-server-web',
  clientSecret: process.env.RC_APP_CLIENT_SECRET ?? 'sandbox-server-web-secret',
  redirectUri: process.env.RC_REDIRECT_URL ?? 'http://localhost:5000/oauth2callback',
};

//: begin
const randomText = () => randomBytes(32).toString('base64url');

/** Where to send the browser. `session` belongs to this user and stays on the server. */
export function signInUrl(session) {
  session.state = randomText();
  session.verifier = randomText();
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: app.redirectUri,
    state: session.state,
    code_challenge: createHash('sha256').update(session.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return `${app.server}/restapi/oauth/authorize?${query}`;
}

//: finish
/** The callback: `query` is what stands behind the question mark of the redirect URI. */
export async function finish(session, query) {
  const answer = new URLSearchParams(query);
  const { state, verifier } = session;
  delete session.state; // one answer for each sign-in
  delete session.verifier;
  if (!state || answer.get('state') !== state) throw new Error('Not an answer to this sign-in');
  if (answer.has('error')) throw new Error(answer.get('error_description') ?? answer.get('error'));
  return askForTokens({
    grant_type: 'authorization_code',
    code: answer.get('code'),
    redirect_uri: app.redirectUri,
    code_verifier: verifier,
  });
}

//: ask
/** The secret goes into the Authorization header, from server to server. */
export async function askForTokens(fields) {
  const response = await fetch(`${app.server}/restapi/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${app.clientId}:${app.clientSecret}`)}` },
    body: new URLSearchParams(fields),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.errors?.[0]?.errorCode ?? answer.error);
  return answer;
}
