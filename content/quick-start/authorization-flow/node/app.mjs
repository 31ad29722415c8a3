// A small web app that signs its users in with RingCentral. What it says to RingCentral stands in
// oauth.mjs; here are its sessions, pages and routes. Needs Node 20 or later, and no packages.
//
//   node app.mjs     then open the address that it prints
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { OAuth } from './oauth.mjs';
import { readSettings, stop } from './settings.mjs';

// An app without a secret is a public client.
const settings = readSettings(import.meta.url, ['RC_REDIRECT_URL'], ['RC_APP_CLIENT_SECRET']);

//: sessions
/** One sign-in a browser. A real app has a store that a restart does not lose, with tokens encrypted. */
const sessions = new Map();
const save = ({ tokens }) => tokens && console.log('New tokens, which are kept in memory.');

/** A new id at every sign-in, so that nobody can be made to use one that somebody knows. */
function newSession(oauth) {
  const id = randomBytes(32).toString('base64url');
  sessions.set(id, oauth);
  return { 'set-cookie': `quick-start-session=${id}; Path=/; HttpOnly; SameSite=Lax` };
}

/** Other programs on localhost have cookies too, of any form: only our own is read. */
const idIn = (cookies) => /(?:^|; *)quick-start-session=([^;]*)/.exec(cookies)?.[1];

//: pages
const calls = {
  extension: '/restapi/v1.0/account/~/extension/~',
  'extension-call-log': '/restapi/v1.0/account/~/extension/~/call-log',
  'account-call-log': '/restapi/v1.0/account/~/call-log',
};
const escape = (text) => String(text).replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
const back = '<p><a href="/">Back to the start</a></p>';
const signIn = '<p><a href="/login">Sign in with RingCentral</a></p>';

function page(title, content, status = 200) {
  const body = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escape(title)}</title>
<body style="font: 16px/1.5 system-ui; max-width: 44rem; margin: 2rem auto; padding: 0 1rem">
<h1>${escape(title)}</h1>
${content}
</body>
</html>`;
  return { status, body };
}

function home({ owner, expiresAt }) {
  const seconds = Math.round((expiresAt - Date.now()) / 1000);
  const links = Object.entries(calls).map(
    ([name, path]) => `<li><a href="/test?api=${name}">GET ${path}</a></li>`,
  );
  return `<p>The token belongs to extension id ${escape(owner)} and is good for ${seconds} seconds.</p>
<ul>${links.join('\n')}</ul>
<form method="post" action="/logout"><button>Sign out</button></form>`;
}

//: problems
const statuses = { state: 400, denied: 403, ended: 401 };
const unforeseen = 'This program met what it did not foresee';
const next = {
  invalid_client: 'Check the client id and secret, and that they belong to RC_SERVER_URL.',
  invalid_grant: 'A code is good once, for about a minute. Sign in again.',
};

/** The user is told what the terminal says. */
function problem({ message, kind, title = unforeseen, why = message, error, help }) {
  const words = [why, next[error], help && `Read why at ${help}`].filter(Boolean).join(' ');
  console.error(`${title}. ${words}`);
  const status = statuses[kind] ?? (kind ? 502 : 500);
  return page(title, `<p>${escape(words)}</p>\n${signIn}\n${back}`, status);
}

//: routes
async function answer({ method, url, headers }) {
  const [path, search = ''] = url.split('?', 2);
  const query = new URLSearchParams(search);
  const id = idIn(headers.cookie);
  const oauth = sessions.get(id) ?? new OAuth(settings, save);
  if (path === '/favicon.ico') return { status: 204 };
  if (path === '/') {
    return oauth.tokens
      ? page('You are signed in', home(oauth.tokens))
      : page('You are signed out', signIn);
  }
  if (path === '/login') {
    const location = await oauth.start();
    return { status: 302, headers: { location, ...(!sessions.has(id) && newSession(oauth)) } };
  }
  if (path === new URL(settings.redirectUri).pathname) {
    await oauth.finish(query);
    sessions.delete(id);
    // On to a page without the code in its address.
    return { status: 302, headers: { location: '/', ...newSession(oauth) } };
  }
  if (path === '/logout') {
    if (method !== 'POST') return page('Press the button', back, 405);
    sessions.delete(id);
    await oauth.revoke();
    return page('You are signed out', back);
  }
  if (path !== '/test') return page('There is nothing here', back, 404);
  const call = new Map(Object.entries(calls)).get(query.get('api'));
  if (!call) return page('No such call', back, 400);
  const json = escape(JSON.stringify(await oauth.call(call), null, 2));
  return page(`GET ${call}`, `${back}\n<pre style="white-space: pre-wrap">${json}</pre>`);
}

//: run
const usual = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
const app = createServer(async (request, response) => {
  const { status, headers, body } = await answer(request).catch(problem);
  response.writeHead(status, { ...usual, ...headers }).end(body);
});

const { port } = settings;
const mac = port === 5000 ? ' (on a Mac, AirPlay Receiver has it)' : '';
const taken = `Port ${port} is taken${mac}. Stop what runs there, or change the port in RC_REDIRECT_URL.`;
// Whoever already answers there, on either address, would get the callback: look before listening.
let silent = 0;
for (const host of ['127.0.0.1', '::1']) {
  const heard = connect(port, host);
  heard.on('connect', () => stop(taken)).on('error', () => (silent += 1) === 2 && listen());
}

function listen() {
  const cannot = ({ code }) => stop(code === 'EADDRINUSE' ? taken : `Port ${port}: ${code}.`);
  // This machine only: nobody on the network can reach it.
  const ready = () => console.log(`Ready. Open ${new URL(settings.redirectUri).origin}`);
  app.on('error', cannot).listen(port, '127.0.0.1', ready);
}
