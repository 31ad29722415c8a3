// Sign in with RingCentral from a small web app: authorization code with PKCE.
//
//   node app.mjs     then open http://localhost:5000
//
// Needs Node 20.12 or later and no packages. The settings come from the environment,
// or from a file named .env in the folder where you start it.
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { connect } from 'node:net';

//: settings
try {
  process.loadEnvFile(); // What the environment already has is left as it is.
} catch {
  // Without a .env file the environment is all there is.
}

// One value has had several names over the years: the first that is set counts.
const setting = (...names) => names.map((name) => process.env[name]?.trim()).find(Boolean);

function stop(line) {
  console.error(line);
  process.exit(1);
}

const required = (...names) =>
  setting(...names) ?? stop(`${names[0]} is missing. Set it in the environment or in .env.`);

const isAddress = (text) => /^https?:\/\/[^/]/.test(text) && URL.canParse(text);

const server = required('RC_SERVER_URL').replace(/\/+$/, '');
if (!isAddress(server)) stop(`RC_SERVER_URL is "${server}", which is no http or https address.`);
const clientId = required('RC_APP_CLIENT_ID', 'RC_CLIENT_ID', 'RINGCENTRAL_CLIENT_ID');
// An app without a secret is a public client: leave the setting out.
const clientSecret = setting(
  'RC_APP_CLIENT_SECRET',
  'RC_CLIENT_SECRET',
  'RINGCENTRAL_CLIENT_SECRET',
);
const portText = setting('PORT') ?? '5000';
const port = Number(portText);
if (!/^\d+$/.test(portText) || port < 1 || port > 65535) {
  stop(`PORT is "${portText}". Use a number from 1 to 65535.`);
}
// Registered at the server character for character: a slash more is another address.
const redirectUri = setting('RC_REDIRECT_URL') ?? `http://localhost:${port}/oauth2callback`;
if (!isAddress(redirectUri)) stop(`RC_REDIRECT_URL is "${redirectUri}", which is no address.`);

//: problem
/** What the user is told: a status, what happened, and why with what to do. */
class Problem extends Error {
  constructor(status, title, why, error) {
    super(`${title}. ${why}`);
    Object.assign(this, { status, title, why, error });
  }
}

//: server
/** One request to RingCentral or the sandbox, and the JSON that comes back. */
async function ask(method, path, headers, form) {
  let status, text, body, help;
  try {
    const response = await fetch(server + path, {
      method,
      headers: { accept: 'application/json', ...headers },
      body: form && new URLSearchParams(form),
      redirect: 'manual', // A redirect could carry the secret to another host.
      signal: AbortSignal.timeout(10_000),
    });
    status = response.status;
    help = helpIn(response.headers);
    text = await response.text();
  } catch (error) {
    const why = error.cause?.code ?? error.name;
    throw new Problem(
      502,
      'The server cannot be reached',
      `${server} gave no answer (${why}). Check RC_SERVER_URL, and that the server is running.`,
    );
  }
  try {
    body = JSON.parse(text || '{}');
  } catch {
    body = undefined;
  }
  if (body === null || typeof body !== 'object' || (status >= 300 && status < 400)) {
    throw new Problem(
      502,
      'That is not an answer of RingCentral’s',
      `${server}${path} answered ${status}, and not in JSON. Check RC_SERVER_URL.`,
    );
  }
  return { status, body, help };
}

/** Where this very request is explained, as far as the server tells: the sandbox does. */
function helpIn(headers) {
  const [, help] = /<(https?:[^>\s]+)>; rel="help"/.exec(headers.get('link') ?? '') ?? [];
  return help && `Read why at ${help}`;
}

/** A refusal with the server's own code: OAU-146 says more than 400. */
function refusal({ status, body, help }) {
  const first = body.errors?.[0] ?? {};
  const code = first.errorCode ?? body.errorCode ?? body.error ?? `HTTP ${status}`;
  const text = first.message ?? body.error_description ?? body.message ?? 'It says no more.';
  const next = {
    invalid_client: 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
    invalid_grant: 'A code is good once, for about a minute. Sign in again.',
  };
  const why = `${text} (HTTP ${status}${body.error ? `, ${body.error}` : ''}).`;
  return new Problem(
    502,
    `The server refused: ${code}`,
    [why, next[body.error], help].filter(Boolean).join(' '),
    body.error,
  );
}

/** A form to the token or revoke endpoint, with which the app says who it is. */
async function askAsApp(path, form) {
  const headers = {};
  if (clientSecret) {
    // The secret goes into the header, where logs do not look.
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    headers.authorization = `Basic ${basic}`;
  } else {
    form.client_id = clientId;
  }
  const answer = await ask('POST', path, headers, form);
  if (answer.status >= 400) throw refusal(answer);
  return answer.body;
}

//: sign in
// One entry a browser: what it is in the middle of, and its tokens. A real app keeps this
// where a restart does not lose it, and where the tokens are encrypted.
const sessions = new Map();
const randomText = () => randomBytes(32).toString('base64url');

/** Where to send the browser. State and verifier stay here; only the hash of the verifier leaves. */
function signInUrl(session) {
  session.state = randomText();
  session.verifier = randomText();
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state: session.state,
    code_challenge: createHash('sha256').update(session.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return `${server}/restapi/oauth/authorize?${query}`;
}

//: callback
/** The browser comes back with a code, or with the reason why there is none. */
async function takeAnswer(session, query) {
  const { state, verifier } = session ?? {};
  if (!state || query.get('state') !== state) {
    throw new Problem(
      400,
      'This answer belongs to no sign-in of yours',
      'Its state is not the one that this browser was given, or it was used before. Somebody else may have begun it, so its code is not used. Sign in again.',
    );
  }
  delete session.state; // Good once.
  delete session.verifier;
  const error = query.get('error');
  if (error === 'access_denied') {
    throw new Problem(
      403,
      'Access was refused',
      `The server says ${error}: ${query.get('error_description') ?? 'no reason given'}. No code was sent. Sign in again when you want to allow it.`,
    );
  }
  if (error) {
    const text = query.get('error_description') ?? 'It says no more.';
    throw new Problem(502, `The server refused the sign-in: ${error}`, text);
  }
  const code = query.get('code');
  if (!code) throw new Problem(400, 'No code came back', 'Sign in again.');
  await exchange(session, code, verifier);
}

//: token
/** The code alone is worth nothing: whoever trades it must know the verifier too. */
async function exchange(session, code, verifier) {
  const answer = await askAsApp('/restapi/oauth/token', {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri, // The same as before: the server compares them.
    code_verifier: verifier,
  });
  keep(session, answer);
  console.log(`Signed in. The token is good for ${answer.expires_in} seconds.`);
}

/** Both tokens are replaced together: a refresh token is spent by its use. */
function keep(session, answer) {
  if (typeof answer.access_token !== 'string' || typeof answer.expires_in !== 'number') {
    throw new Problem(
      502,
      'The answer holds no token',
      `Check that ${server} is the right server.`,
    );
  }
  session.tokens = {
    access: answer.access_token,
    refresh: answer.refresh_token, // Missing where the app's settings issue none.
    expiresAt: Date.now() + answer.expires_in * 1000,
    owner: answer.owner_id,
  };
}

//: refresh
/** Two requests may find the token old at the same time: the second waits for the first. */
function refresh(session) {
  session.refreshing ??= refreshNow(session).finally(() => delete session.refreshing);
  return session.refreshing;
}

async function refreshNow(session) {
  try {
    const answer = await askAsApp('/restapi/oauth/token', {
      grant_type: 'refresh_token',
      refresh_token: session.tokens.refresh,
    });
    keep(session, answer);
    console.log(`Refreshed. The new token is good for ${answer.expires_in} seconds.`);
  } catch (error) {
    // Only this answer means that the tokens are dead. A server that is down may come back.
    if (error.error !== 'invalid_grant') throw error;
    delete session.tokens;
    const why = `It was revoked, or it lasted too long. ${error.title}. Sign in again.`;
    throw new Problem(401, 'Your sign-in has ended', why);
  }
}

//: api
const calls = {
  extension: '/restapi/v1.0/account/~/extension/~',
  'extension-call-log': '/restapi/v1.0/account/~/extension/~/call-log',
  'account-call-log': '/restapi/v1.0/account/~/call-log',
};

/** A call with a fresh token: refreshed shortly before its end, and once more after a 401. */
async function callApi(session, path) {
  const get = async () => {
    const answer = await ask('GET', path, { authorization: `Bearer ${session.tokens.access}` });
    console.log(`GET ${path}: ${answer.status}`);
    return answer;
  };
  const { refresh: canRefresh, expiresAt } = session.tokens;
  if (canRefresh && Date.now() > expiresAt - 60_000) await refresh(session);
  const used = session.tokens.access;
  let answer = await get();
  if (answer.status === 401 && canRefresh) {
    // Another request may have refreshed in the meantime.
    if (session.tokens?.access === used) await refresh(session);
    answer = await get();
  }
  if (answer.status === 401) {
    delete session.tokens;
    throw new Problem(401, 'Your sign-in has ended', `${refusal(answer).title}. Sign in again.`);
  }
  if (answer.status >= 400) throw refusal(answer);
  return answer.body;
}

//: sign out
/** Revoking one token ends the whole session at the server. Here it is forgotten in any case. */
async function signOut(session) {
  const { access, refresh: longest = access } = session.tokens;
  delete session.tokens;
  try {
    await askAsApp('/restapi/oauth/revoke', { token: longest });
    console.log('Signed out. The tokens are revoked.');
  } catch (error) {
    const why = `This app has forgotten your tokens, but could not revoke them: ${error.message}`;
    throw new Problem(502, 'Signed out here only', why);
  }
}

//: pages
const escape = (text) =>
  String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (title, body) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escape(title)}</title>
<body style="font: 16px/1.5 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem">
<h1>${escape(title)}</h1>
${body}
</body>
</html>`;

function home(session) {
  if (!session?.tokens) {
    return page('You are signed out', '<p><a href="/login">Sign in with RingCentral</a></p>');
  }
  const { owner, expiresAt } = session.tokens;
  const seconds = Math.round((expiresAt - Date.now()) / 1000);
  const links = Object.entries(calls).map(
    ([name, path]) => `<li><a href="/test?api=${name}">GET ${escape(path)}</a></li>`,
  );
  return page(
    'You are signed in',
    `<p>The token belongs to extension id ${escape(owner)} and is good for ${seconds} seconds.</p>
<ul>${links.join('\n')}</ul>
<form method="post" action="/logout"><button>Sign out</button></form>`,
  );
}

const problemPage = ({ title, why }) =>
  page(title, `<p>${escape(why)}</p>\n<p><a href="/">Back to the start</a></p>`);

//: run
const cookie = 'quick-start-session';

/** The browser's session, if it has one. An id that was not made here is nobody's. */
function sessionOf(request) {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return sessions.get(pairs.find(([name]) => name === cookie)?.[1]);
}

/** A new id at every sign-in, so that nobody can be made to use one that somebody knows. */
function newSession(content = {}) {
  const id = randomText();
  const session = { ...content, id };
  sessions.set(id, session);
  return [session, { 'set-cookie': `${cookie}=${id}; Path=/; HttpOnly; SameSite=Lax` }];
}

async function answer({ method, url, session }) {
  const [path, search = ''] = url.split('?', 2);
  const query = new URLSearchParams(search);
  if (path === '/') return { body: home(session) };
  if (path === '/login') {
    // Started anew while signed in, it keeps the tokens until there are others.
    const [fresh, headers] = session ? [session, {}] : newSession();
    return { status: 302, headers: { ...headers, location: signInUrl(fresh) } };
  }
  if (path === new URL(redirectUri).pathname) {
    await takeAnswer(session, query);
    sessions.delete(session.id);
    const [, headers] = newSession({ tokens: session.tokens });
    // On to a page without the code in its address.
    return { status: 302, headers: { ...headers, location: '/' } };
  }
  if (path !== '/test' && path !== '/logout') {
    throw new Problem(404, 'There is nothing here', 'Go back to the start.');
  }
  if (!session?.tokens) throw new Problem(401, 'You are signed out', 'Sign in first.');
  if (path === '/logout') {
    if (method !== 'POST') throw new Problem(405, 'Press the button', 'Signing out is a POST.');
    await signOut(session);
    sessions.delete(session.id);
    return { body: page('You are signed out', '<p><a href="/">Back to the start</a></p>') };
  }
  const name = query.get('api') ?? '';
  if (!Object.hasOwn(calls, name))
    throw new Problem(400, 'No such call', 'Choose one of the list.');
  const json = JSON.stringify(await callApi(session, calls[name]), null, 2);
  return {
    body: page(
      `GET ${calls[name]}`,
      `<p><a href="/">Back</a></p>\n<pre style="white-space: pre-wrap">${escape(json)}</pre>`,
    ),
  };
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
    const { method, url } = request;
    send(await answer({ method, url, session: sessionOf(request) }));
  } catch (error) {
    const problem =
      error instanceof Problem
        ? error
        : new Problem(500, 'This program met what it did not foresee', error.message);
    console.error(problem.message);
    send({ status: problem.status, body: problemPage(problem) });
  }
});

function cannotListen(code) {
  if (code !== 'EADDRINUSE') stop(`Cannot listen on port ${port}: ${code}.`);
  stop(
    `Port ${port} is taken (on a Mac, 5000 is AirPlay Receiver's). Stop what runs there, or change PORT and RC_REDIRECT_URL.`,
  );
}

// Whoever already answers on the port would get the callback: find out before listening.
connect(port, 'localhost')
  .on('connect', () => cannotListen('EADDRINUSE'))
  .on('error', () => {
    app.on('error', ({ code }) => cannotListen(code));
    // This machine only: nobody on the network can reach it.
    app.listen(port, '127.0.0.1', () => console.log(`Ready. Open ${new URL(redirectUri).origin}`));
  });
