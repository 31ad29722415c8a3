// The same app with RingCentral's SDK, which builds the requests, keeps the tokens, refreshes
// them a minute before their end and after a 401, and has one refresh for all who wait.
//
//   npm install @ringcentral/sdk
//   node with-sdk.mjs     then open the address that it prints
//
// Needs Node 20 or later. State, sessions and words for the user stay yours.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { SDK } from '@ringcentral/sdk';
import { readSettings, stop } from './settings.mjs';

//: settings
const needed = ['RC_REDIRECT_URL'];
const settings = readSettings(import.meta.url, needed, ['RC_APP_CLIENT_SECRET']);
const { server, clientId, clientSecret, redirectUri, port } = settings;

//: sign in
const sessions = new Map();

/** One SDK a browser: its tokens and its verifier are those of one user. */
function newSession() {
  const id = randomBytes(32).toString('base64url');
  const sdk = new SDK({ server, clientId, clientSecret, redirectUri, cachePrefix: id });
  const session = { id, platform: sdk.platform() };
  sessions.set(id, session);
  return session;
}

function signInUrl(session) {
  session.state = randomBytes(32).toString('base64url');
  // It also makes the verifier, and keeps it in platform.codeVerifier, in memory only.
  return session.platform.loginUrl({ state: session.state, usePKCE: true });
}

//: callback
/** What the user is told: a status, what happened, and why with what to do. */
class Problem extends Error {
  constructor(status, title, why) {
    super(`${title}. ${why}`);
    Object.assign(this, { status, title, why });
  }
}

async function takeAnswer(session, search) {
  const { state } = session ?? {};
  // The SDK does not compare it: that is the app's to do.
  if (!state || new URLSearchParams(search).get('state') !== state) {
    const why = 'Its state is not the one that this browser was given. Sign in again.';
    throw new Problem(400, 'This answer belongs to no sign-in of yours', why);
  }
  delete session.state; // Good once.
  const { platform } = session;
  const { code } = platform.parseLoginRedirect(search); // Throws what the server refused.
  if (!code) throw new Problem(400, 'No code came back', 'Sign in again.');
  await platform.login({ code, code_verifier: platform.codeVerifier });
  console.log('Signed in.');
}

//: api
const calls = {
  extension: '/restapi/v1.0/account/~/extension/~',
  'extension-call-log': '/restapi/v1.0/account/~/extension/~/call-log',
  'account-call-log': '/restapi/v1.0/account/~/call-log',
};

async function callApi({ platform }, path) {
  const response = await platform.get(path); // Refreshes when it has to.
  console.log(`GET ${path}: ${response.status}`);
  return response.json();
}

/** The SDK throws an Error that carries the answer; RingCentral's own code is in its body. */
async function problemOf(error) {
  if (error instanceof Problem) return error;
  if (error.error === 'access_denied') {
    return new Problem(
      403,
      'Access was refused',
      `The server says access_denied: ${error.message}`,
    );
  }
  if (error.error)
    return new Problem(502, `The server refused the sign-in: ${error.error}`, error.message);
  const { response } = error;
  if (!response) {
    const ended = /^(Refresh|Access) token/.test(error.message);
    return ended
      ? new Problem(401, 'Your sign-in has ended', `${error.message}. Sign in again.`)
      : new Problem(502, 'The server cannot be reached', `${server}: ${error.message}`);
  }
  let body;
  try {
    body = await response.clone().json();
  } catch {
    const why = `${server} answered ${response.status}, and not in JSON. Check RC_SERVER_URL.`;
    return new Problem(502, 'That is not an answer of RingCentral’s', why);
  }
  const code = body.errors?.[0]?.errorCode ?? body.errorCode ?? body.error;
  // Where this very request is explained, as far as the server tells: the sandbox does.
  const [, help] = /<(https?:[^>\s]+)>; rel="help"/.exec(response.headers.get('link') ?? '') ?? [];
  const why = help ? `${error.message}. Read why at ${help}` : error.message;
  return new Problem(502, `The server refused: ${code}`, why);
}

//: pages
const escape = (text) =>
  String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (title, body) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escape(title)}</title>
<h1>${escape(title)}</h1>
${body}
</html>`;

async function home(session) {
  const tokens = await session?.platform.auth().data();
  if (!tokens?.access_token) {
    return page('You are signed out', '<p><a href="/login">Sign in with RingCentral</a></p>');
  }
  const links = Object.entries(calls).map(
    ([name, path]) => `<li><a href="/test?api=${name}">GET ${path}</a></li>`,
  );
  return page(
    'You are signed in',
    `<p>The token belongs to extension id ${escape(tokens.owner_id)}.</p>
<ul>${links.join('\n')}</ul>
<form method="post" action="/logout"><button>Sign out</button></form>`,
  );
}

//: run
const cookie = 'quick-start-session';

async function answer({ method, url, headers }) {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const session = sessions.get(pairs.find(([name]) => name === cookie)?.[1]);
  const [path, search = ''] = url.split('?', 2);
  if (path === '/favicon.ico') return { status: 204 };
  if (path === '/') return { body: await home(session) };
  if (path === '/login') {
    if (session) sessions.delete(session.id);
    const fresh = newSession(); // A new id at every sign-in.
    const set = `${cookie}=${fresh.id}; Path=/; HttpOnly; SameSite=Lax`;
    return { status: 302, headers: { location: signInUrl(fresh), 'set-cookie': set } };
  }
  if (path === new URL(redirectUri).pathname) {
    await takeAnswer(session, `?${search}`);
    return { status: 302, headers: { location: '/' } };
  }
  if (!session) throw new Problem(401, 'You are signed out', 'Sign in first.');
  if (path === '/logout' && method === 'POST') {
    sessions.delete(session.id);
    await session.platform.logout(); // Revokes the access token, and with it the session.
    console.log('Signed out. The tokens are revoked.');
    return { body: page('You are signed out', '<p><a href="/">Back to the start</a></p>') };
  }
  const name = new URLSearchParams(search).get('api') ?? '';
  if (path !== '/test' || !Object.hasOwn(calls, name)) {
    throw new Problem(404, 'There is nothing here', 'Go back to the start.');
  }
  const json = JSON.stringify(await callApi(session, calls[name]), null, 2);
  return { body: page(`GET ${calls[name]}`, `<pre>${escape(json)}</pre>`) };
}

const app = createServer(async (request, response) => {
  const send = ({ status = 200, headers = {}, body = '' }) =>
    response
      .writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        ...headers,
      })
      .end(body);
  try {
    send(await answer(request));
  } catch (error) {
    const { status, title, why } = await problemOf(error);
    console.error(`${title}. ${why}`);
    const back = '<p><a href="/">Back to the start</a></p>';
    send({ status, body: page(title, `<p>${escape(why)}</p>\n${back}`) });
  }
});

const taken = `Port ${port} is taken. Stop what runs there, or change the port in RC_REDIRECT_URL.`;
// Whoever already answers there, on either address, would get the callback: look before listening.
let silent = 0;
for (const host of ['127.0.0.1', '::1']) {
  const heard = connect(port, host);
  heard.on('connect', () => stop(taken)).on('error', () => (silent += 1) === 2 && listen());
}

function listen() {
  const cannot = ({ code }) => stop(code === 'EADDRINUSE' ? taken : `Port ${port}: ${code}.`);
  // This machine only: nobody on the network can reach it.
  const ready = () => console.log(`Ready. Open ${new URL(redirectUri).origin}`);
  app.on('error', cannot).listen(port, '127.0.0.1', ready);
}
