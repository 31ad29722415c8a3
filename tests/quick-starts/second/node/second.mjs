// oauth.mjs in a program of another make: Express, and a store that holds plain data by session.
import express from 'express';
import { OAuth } from './oauth.mjs';

const { RC_SERVER_URL: server, RC_REDIRECT_URL: redirectUri, ...env } = process.env;
const settings = { server, redirectUri, clientId: env.RC_APP_CLIENT_ID };
const store = new Map();
const idOf = (request) => /session=(\w+)/.exec(request.headers.cookie)?.[1];
const oauthOf = (id) => new OAuth(settings, (kept) => store.set(id, kept), store.get(id));
const app = express();
app.get('/login', async (_, response) => {
  const id = crypto.randomUUID().replaceAll('-', '');
  response.cookie('session', id, { httpOnly: true, sameSite: 'lax' });
  response.redirect(await oauthOf(id).start());
});
app.get('/oauth2callback', async (request, response) => {
  await oauthOf(idOf(request)).finish(new URL(request.url, server).searchParams);
  response.redirect('/');
});
app.get('/', async (request, response) => {
  response.json(await oauthOf(idOf(request)).call('/restapi/v1.0/account/~/extension/~'));
});
app.post('/logout', async (request, response) => {
  response.json({ revoked: await oauthOf(idOf(request)).revoke() });
});
// Express knows by four parameters that this is for errors.
app.use((error, request, response, next) =>
  error.kind ? response.status(500).json({ ...error }) : next(error),
);
const { port, origin } = new URL(redirectUri);
app.listen(Number(port), '127.0.0.1', () => console.log(`Ready. Open ${origin}`));
