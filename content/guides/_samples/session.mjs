//: settings
export const settings = {
  server: process.env.RC_SERVER_URL ?? 'http://localhost:4321',
  clientId: process.env.RC_APP_CLIENT_ID ?? 'sandbox-server-web',
  clientSecret: process.env.RC_APP_CLIENT_SECRET ?? 'sandbox-server-web-secret',
};

//: store
/** Where the pair is kept. Here a variable; in production one row of a database. */
export const store = {
  pair: undefined,
  read: async () => store.pair,
  write: async (pair) => (store.pair = pair),
};

//: token
/** Asks the token endpoint, and keeps the time at which the access token ends. */
export async function askForTokens(fields) {
  const { server, clientId, clientSecret } = settings;
  const response = await fetch(`${server}/restapi/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams(fields),
  });
  const answer = await response.json();
  if (!response.ok) throw new TokenError(answer);
  return { ...answer, endsAt: Date.now() + answer.expires_in * 1000 };
}

export class TokenError extends Error {
  constructor({ error, error_description, errors }) {
    super(error_description ?? error);
    this.code = errors?.[0]?.errorCode ?? error;
  }
}

//: refresh
let refreshing;

/** The next pair. Whoever asks meanwhile waits for the same answer. */
export function refresh() {
  refreshing ??= (async () => {
    const { refresh_token } = await store.read();
    const pair = await askForTokens({ grant_type: 'refresh_token', refresh_token });
    await store.write(pair); // before anybody uses it
    return pair;
  })().finally(() => (refreshing = undefined));
  return refreshing;
}

//: fresh
const margin = 60_000;

/** An access token with at least a minute to live. */
export async function freshToken() {
  const pair = await store.read();
  const { access_token } = pair.endsAt - Date.now() > margin ? pair : await refresh();
  return access_token;
}

//: call
/** Calls the API; after a 401 refreshes and tries once more, and only once. */
export async function call(path, options = {}) {
  const send = (token) =>
    fetch(settings.server + path, {
      ...options,
      headers: { ...options.headers, Authorization: `Bearer ${token}` },
    });
  const token = await freshToken();
  const response = await send(token);
  if (response.status !== 401) return response;
  const { access_token } = await store.read();
  // Somebody else may have refreshed while this request was on its way.
  return send(access_token === token ? (await refresh()).access_token : access_token);
}

//: end
/** Ends the session at the server, then here. */
export async function end() {
  const pair = await store.read();
  const { server, clientId, clientSecret } = settings;
  await fetch(`${server}/restapi/oauth/revoke`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ token: pair.refresh_token ?? pair.access_token }),
  });
  await store.write(undefined);
}
