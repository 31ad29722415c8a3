//: settings
export const app = {
  server: 'http://localhost:4321', // at RingCentral: https://platform.ringcentral.com
  clientId: 'sandbox-browser',
  redirectUri: 'http://localhost:5000/oauth2callback',
};

//: begin
/** Bytes as base64url without padding: A-Z a-z 0-9 - _ */
function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** 32 random bytes, which are 43 characters. */
const randomText = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

export async function challengeOf(verifier) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(hash));
}

export async function begin() {
  const verifier = randomText();
  const state = randomText();
  // Outlives the redirect and ends with the tab.
  sessionStorage.setItem('sign-in', JSON.stringify({ verifier, state }));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: app.redirectUri,
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  });
  location.assign(`${app.server}/restapi/oauth/authorize?${query}`);
}

//: return
export async function finish() {
  const answer = new URLSearchParams(location.search);
  // The code must not stay in the address bar, in the history or in a log.
  history.replaceState(null, '', location.pathname);
  const kept = JSON.parse(sessionStorage.getItem('sign-in') ?? 'null');
  sessionStorage.removeItem('sign-in');
  if (!kept || answer.get('state') !== kept.state) throw new Error('Not an answer to this sign-in');
  if (answer.has('error')) throw new Error(answer.get('error_description') ?? answer.get('error'));
  return ask('/restapi/oauth/token', {
    grant_type: 'authorization_code',
    client_id: app.clientId,
    redirect_uri: app.redirectUri,
    code: answer.get('code'),
    code_verifier: kept.verifier,
  });
}

//: ask
/** Sends a form and gives the JSON of the answer; an empty answer gives nothing. */
async function ask(path, parameters) {
  const response = await fetch(app.server + path, {
    method: 'POST',
    body: new URLSearchParams(parameters),
  });
  const text = await response.text();
  const body = text === '' ? undefined : JSON.parse(text);
  // Match on the code: the text is translated, and it changes.
  if (!response.ok) throw new Error(body?.errors?.[0]?.errorCode ?? `Status ${response.status}`);
  return body;
}

//: call
export async function whoAmI(tokens) {
  const response = await fetch(`${app.server}/restapi/v1.0/account/~/extension/~`, {
    headers: { Authorization: `Bearer ${tokens.access_token}` },
  });
  return response.json();
}

//: refresh
let running;

/** However many calls ask at once, one request leaves. */
export function refresh(tokens) {
  running ??= ask('/restapi/oauth/token', {
    grant_type: 'refresh_token',
    client_id: app.clientId,
    refresh_token: tokens.refresh_token,
  }).finally(() => {
    running = undefined;
  });
  return running;
}

//: revoke
export const revoke = (tokens) =>
  ask('/restapi/oauth/revoke', { client_id: app.clientId, token: tokens.access_token });
