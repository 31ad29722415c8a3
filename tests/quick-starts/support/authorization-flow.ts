import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Language, Program } from '#components/quick-start/languages.ts';
import { expectHelp, startPlainServer } from './help.ts';
import { start } from './process.ts';
import { line, type QuickStartSandbox, startQuickStartSandbox } from './sandbox.ts';
import { makeReady, type Ready, type Registered, register } from './setting.ts';
import { WebApp } from './web-app.ts';
import { expectClean } from './words.ts';

/** Sends bytes as they are, and reads until the program hangs up; none is an answer too. */
function rawRequest(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    // Left open, as a browser leaves it: who hears an end takes it for a browser that has gone.
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(text));
    socket.setTimeout(2000, () => socket.destroy());
    socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
    socket.on('error', () => undefined).on('close', () => resolve(answer));
  });
}

const own = '/extension/~';
const token = 'POST /restapi/oauth/token';

/** What the web app of every language must do, run against a sandbox of its own. */
export function testAuthorizationFlow(language: Language, program: Program) {
  describe(`${language.label}: ${program.run}`, () => {
    const clientId = `quick-start-${language.slug}`;
    const secret = `${clientId}-not-a-secret-4tZ9`;
    let sandbox: QuickStartSandbox;
    let ready: Ready;
    let app: Registered;
    let web: WebApp;
    const others: WebApp[] = [];

    /** One more copy of the program, stopped after the test. */
    async function startWith(settings: Record<string, string>) {
      const other = await WebApp.start(ready.command, ready.folder, settings);
      others.push(other);
      return other;
    }
    async function startAndEnd(settings: Record<string, string>, lines = 1) {
      const running = start(ready.command, ready.folder, settings);
      const status = await running.ended;
      expectClean(running.output(), [secret]);
      expect(running.output().trim().split('\n')).toHaveLength(lines);
      return { status, output: running.output() };
    }
    const lines = async (id = clientId) => (await sandbox.news(id)).map(line);
    /** Forgets what came before. */
    const lookAway = async () => void (await sandbox.news(clientId));

    beforeAll(async () => {
      sandbox = await startQuickStartSandbox();
      [ready] = makeReady('authorization-flow', language, [program]) as [Ready];
      app = await register(sandbox, clientId, { secret });
      web = await WebApp.start(ready.command, ready.folder, app.settings);
    });
    afterEach(async () => {
      await sandbox.clock(0);
      const ended = others.splice(0);
      const ran = ended.map(({ program }) => program.isRunning());
      // Stopped before anything can fail, so that none is left behind.
      for (const { program } of ended) await program.stop();
      expect(ran).not.toContain(false);
      for (const other of ended) other.expectClean();
      web.expectSound();
    });
    afterAll(async () => {
      await web.program.stop();
      await sandbox.close();
    });

    test('signs in with state and PKCE, its secret in the header', async () => {
      const browser = web.newBrowser();
      const home = await browser.open(`${web.origin}/`);
      expect(home.status).toBe(200);
      expect(home.text).toContain('Sign in with RingCentral');

      const startedAt = performance.now();
      const page = await web.signIn(browser);
      console.log(
        `${language.label}: ${Math.round(performance.now() - startedAt)} ms from /login to signed in`,
      );
      expect(page.status).toBe(200);
      expect(page.url).toBe(`${web.origin}/`);
      expect(page.text).toContain('You are signed in');
      expect(page.text).toContain('extension id 1000101');

      const exchanges = await sandbox.news(clientId);
      expect(exchanges.map(line)).toEqual([
        'GET /restapi/oauth/authorize 200',
        'POST /restapi/oauth/authorize/sign-in 303',
        'GET /restapi/oauth/authorize/consent 200',
        'POST /restapi/oauth/authorize/consent 303',
        `${token} authorization_code 200`,
      ]);
      const query = new URL(exchanges[0]?.request.url ?? '').searchParams;
      expect(query.get('response_type')).toBe('code');
      expect(query.get('state')?.length).toBeGreaterThanOrEqual(22);
      expect(query.get('code_challenge')).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(query.get('code_challenge_method')).toBe('S256');
      const sent = exchanges.at(-1)?.request;
      const form = new URLSearchParams(sent?.body);
      expect([...form.keys()].sort()).toEqual([
        'code',
        'code_verifier',
        'grant_type',
        'redirect_uri',
      ]);
      expect(form.get('redirect_uri')).toBe(query.get('redirect_uri'));
      const headers = new Map(sent?.headers.map(([name, value]) => [name.toLowerCase(), value]));
      expect(headers.get('authorization')).toMatch(/^Basic /);
      expect(headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/);
    });

    test.each([
      'prefs={"theme":"dark"}',
      'last visit=monday',
      'quote="',
      'cart[]=1',
      'city=Orléans',
      'nothing',
    ])('signs in beside %s, a cookie of another program on localhost', async (neighbour) => {
      const browser = web.newBrowser(neighbour);
      const page = await web.signIn(browser);
      expect([page.status, page.text]).toEqual([200, expect.stringContaining('You are signed in')]);
      expect((await web.call(browser)).status).toBe(200);
    });

    test('uses a new state and verifier, and a new session id, for every sign-in', async () => {
      const browser = web.newBrowser();
      const [one, two] = [await web.signInUrl(browser), await web.signInUrl(browser)];
      for (const name of ['state', 'code_challenge']) {
        expect(one.searchParams.get(name)).not.toBe(two.searchParams.get(name));
      }
      const before = browser.sessionId();
      expect(before).toBeDefined();
      await web.signIn(browser);
      expect(browser.sessionId()).toBeDefined();
      expect(browser.sessionId()).not.toBe(before);
    });

    test('its cookie is hidden from scripts and from other sites', async () => {
      const { headers } = await fetch(`${web.origin}/login`, { redirect: 'manual' });
      const cookie = headers.get('set-cookie');
      expect(cookie).toMatch(/^quick-start-session=[^;]{22,}; ?path=\/(?:;|$)/i);
      expect(cookie).toMatch(/; ?httponly(?:;|$)/i);
      expect(cookie).toMatch(/; ?samesite=lax(?:;|$)/i);
      expect(headers.get('cache-control')).toMatch(/no-store/);
    });

    test('calls the extension and both call logs', async () => {
      const browser = web.newBrowser();
      await web.signIn(browser);
      await lookAway();
      const extension = await web.call(browser);
      expect(extension.status).toBe(200);
      expect(extension.text).toMatch(/&#34;|&quot;/);
      expect(extension.text).toMatch(/extensionNumber(?:&#34;|&quot;) ?: ?(?:&#34;|&quot;)101/);
      for (const name of ['extension-call-log', 'account-call-log']) {
        const log = await web.call(browser, name);
        expect(log.status).toBe(200);
        expect(log.text).toContain('+1');
        expect(log.text).toContain('records');
      }
      expect(await lines()).toEqual([
        `GET ${own} 200`,
        `GET ${own}/call-log 200`,
        'GET /call-log 200',
      ]);
    });

    test('refreshes before the token ends', async () => {
      await sandbox.policy(clientId, { accessTokenLifetimeSeconds: 30 });
      const browser = web.newBrowser();
      await web.signIn(browser);
      await sandbox.policy(clientId, { accessTokenLifetimeSeconds: 3600 });
      await lookAway();
      expect((await web.call(browser)).status).toBe(200);
      expect((await web.call(browser)).status).toBe(200);
      expect(await lines()).toEqual([
        `${token} refresh_token 200`,
        `GET ${own} 200`,
        `GET ${own} 200`,
      ]);
    });

    test('refreshes once after a 401 and tries once more', async () => {
      const browser = web.newBrowser();
      await web.signIn(browser);
      await lookAway();
      await sandbox.clock(3700);
      expect((await web.call(browser)).status).toBe(200);
      expect(await lines()).toEqual([
        `GET ${own} 401`,
        `${token} refresh_token 200`,
        `GET ${own} 200`,
      ]);
    });

    test('refreshes once for two requests that come at the same time', async () => {
      await sandbox.policy(clientId, { accessTokenLifetimeSeconds: 30 });
      const browser = web.newBrowser();
      await web.signIn(browser);
      await sandbox.policy(clientId, { accessTokenLifetimeSeconds: 3600 });
      await lookAway();
      const pages = await Promise.all([web.call(browser), web.call(browser), web.call(browser)]);
      expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
      const seen = await lines();
      expect(seen.filter((one) => one.includes('refresh_token'))).toHaveLength(1);
      expect(seen.filter((one) => one === `GET ${own} 200`)).toHaveLength(3);
    });

    test('signs out by revoking', async () => {
      await sandbox.endSessions(clientId);
      const browser = web.newBrowser();
      const home = await web.signIn(browser);
      expect(await sandbox.sessions(clientId)).toBe(1);
      await lookAway();
      const page = await browser.press(home);
      expect(page.status).toBe(200);
      expect(page.text).toContain('You are signed out');
      expect(await lines()).toEqual(['POST /restapi/oauth/revoke 200']);
      expect(await sandbox.sessions(clientId)).toBe(0);
      const after = await web.call(browser);
      expect(after.status).toBe(401);
      expect(after.text).toContain('You are signed out');
    });

    test('says so when it could not revoke', async () => {
      const gone = await startQuickStartSandbox();
      const there = await register(gone, clientId, { secret });
      const other = await startWith(there.settings);
      const browser = other.newBrowser();
      const home = await other.signIn(browser);
      await gone.close();
      const page = await browser.press(home);
      expect(page.status).toBe(502);
      expect(page.text).toContain('Signed out here only');
      expect((await browser.open(`${other.origin}/`)).text).toContain('You are signed out');
    });

    test('an app without a secret names itself in the body', async () => {
      const open = await register(sandbox, `${clientId}-public`, { scopes: ['ReadAccounts'] });
      const other = await startWith(open.settings);
      const browser = other.newBrowser();
      expect((await other.signIn(browser)).text).toContain('You are signed in');
      const sent = (await sandbox.news(open.clientId)).at(-1)?.request;
      expect(new URLSearchParams(sent?.body).get('client_id')).toBe(open.clientId);
      expect(sent?.headers.map(([name]) => name.toLowerCase())).not.toContain('authorization');
      await sandbox.clock(3700);
      expect((await other.call(browser)).status).toBe(200);

      const refused = await other.call(browser, 'extension-call-log');
      expect(refused.status).toBe(502);
      expect(refused.text).toContain('The server refused: CMN-401');
      expect(refused.text).toContain('ReadCallLog');
      expect((await browser.press(await browser.open(`${other.origin}/`))).status).toBe(200);
      expect(await sandbox.sessions(open.clientId)).toBe(0);
    });

    test('a session without a refresh token ends with its access token', async () => {
      await sandbox.policy(clientId, { refreshTokenLifetimeSeconds: 0 });
      const browser = web.newBrowser();
      await web.signIn(browser);
      await sandbox.policy(clientId, { refreshTokenLifetimeSeconds: 604_800 });
      expect((await web.call(browser)).status).toBe(200);
      await lookAway();
      await sandbox.clock(3700);
      const page = await web.call(browser);
      expect(page.status).toBe(401);
      expect(page.text).toContain('Your sign-in has ended');
      expect(page.text).toContain('OAU-128');
      expect(await lines()).toEqual([`GET ${own} 401`]);
    });

    test('consent refused', async () => {
      const browser = web.newBrowser();
      await lookAway();
      const page = await web.signIn(browser, 'deny');
      expect(page.status).toBe(403);
      expect(page.text).toContain('Access was refused');
      expect(page.text).toContain('access_denied');
      expect((await lines()).filter((one) => one.startsWith(token))).toEqual([]);
      expect((await web.signIn(browser)).text).toContain('You are signed in');
    });

    test('state forged, missing, used before, or without a session', async () => {
      const browser = web.newBrowser();
      const callback = new URL(await web.upToCallback(browser));
      await lookAway();
      const forged = new URL(callback);
      forged.searchParams.set('state', 'forged');
      const none = new URL(callback);
      none.searchParams.delete('state');
      const stranger = web.newBrowser();
      for (const [who, url] of [
        [browser, forged],
        [browser, none],
        [stranger, callback],
      ] as const) {
        const page = await who.open(url.href);
        expect(page.status).toBe(400);
        expect(page.text).toContain('This answer belongs to no sign-in of yours');
      }
      expect(await sandbox.sessions(clientId)).toBeLessThanOrEqual(5);
      const right = await browser.open(callback.href);
      expect(right.text).toContain('You are signed in');
      const reload = await browser.open(callback.href);
      expect(reload.status).toBe(400);
      expect((await lines()).filter((one) => one.startsWith(token))).toHaveLength(1);
      expect((await web.call(browser)).status).toBe(200);
    });

    test('an answer with neither code nor error, and one whose error holds markup', async () => {
      const browser = web.newBrowser();
      const callback = `${web.origin}/oauth2callback`;
      const answer = async (rest: string) => {
        const state = (await web.signInUrl(browser)).searchParams.get('state') ?? '';
        return browser.open(`${callback}?state=${encodeURIComponent(state)}${rest}`);
      };
      const empty = await answer('');
      expect([empty.status, empty.text.includes('No code came back')]).toEqual([400, true]);
      const markup = encodeURIComponent(`<script>alert("1")</script>'&`);
      const page = await answer(`&error=server_error&error_description=${markup}`);
      expect(page.status).toBe(502);
      expect(page.text).toContain('The server refused the sign-in: server_error');
      expect(page.text).not.toContain('<script>');
    });

    test('code replayed', async () => {
      const browser = web.newBrowser();
      const used = new URL(await web.upToCallback(browser)).searchParams.get('code') ?? '';
      const { searchParams } = new URL(await web.upToCallback(browser));
      const query = new URLSearchParams({ code: used, state: searchParams.get('state') ?? '' });
      const page = await browser.open(`${web.origin}/oauth2callback?${query}`);
      // Made for another verifier; what counts is that the server's own code is shown.
      expect(page.status).toBe(502);
      expect(page.text).toMatch(/The server refused: [A-Z]+-[A-Z0-9-]+/);
      expect(page.text).toContain('invalid_grant');

      await web.signIn(browser);
      const spent = browser.lastCode();
      const state = (await web.signInUrl(browser)).searchParams.get('state') ?? '';
      const again = new URLSearchParams({ code: spent, state });
      const replayed = await browser.open(`${web.origin}/oauth2callback?${again}`);
      expect(replayed.status).toBe(502);
      expect(replayed.text).toContain('The server refused: OAU-106');
      expect(replayed.text).toContain('Sign in again');
      expect((await web.signIn(browser)).text).toContain('You are signed in');
    });

    test('code expired', async () => {
      const browser = web.newBrowser();
      const callback = await web.upToCallback(browser);
      await sandbox.clock(61);
      const page = await browser.open(callback);
      expect(page.status).toBe(502);
      expect(page.text).toContain('The server refused: OAU-108');
      expect(page.text).toContain('Sign in again');
    });

    test('token revoked behind its back', async () => {
      const browser = web.newBrowser();
      await web.signIn(browser);
      await sandbox.endSessions(clientId);
      await lookAway();
      const page = await web.call(browser);
      expect(page.status).toBe(401);
      expect(page.text).toContain('Your sign-in has ended');
      expect(page.text).toContain('OAU-211');
      expect(await lines()).toEqual([`GET ${own} 401`, `${token} refresh_token 400`]);
      expect((await web.call(browser)).text).toContain('You are signed out');
      expect((await web.signIn(browser)).text).toContain('You are signed in');
    });

    test('wrong secret', async () => {
      const other = await startWith({
        ...(await register(sandbox, `${clientId}-wrong`, { secret })).settings,
        RC_APP_CLIENT_SECRET: 'wrong-not-a-secret-8pL2',
      });
      const browser = other.newBrowser();
      const page = await other.signIn(browser);
      expect(page.status).toBe(502);
      expect(page.text).toContain('The server refused: OAU-146');
      expect(page.text).toContain('Check the client id and secret');
      expect(other.program.output()).toContain('OAU-146');
      await expectHelp(other.program.output(), sandbox);
    });

    test('a refusal by a server that names no help', async () => {
      const plain = await startPlainServer();
      const { settings } = await register(sandbox, `${clientId}-plain`, { secret });
      const other = await startWith({ ...settings, RC_SERVER_URL: plain.url });
      const browser = other.newBrowser();
      const state = (await other.signInUrl(browser)).searchParams.get('state') ?? '';
      const query = new URLSearchParams({ code: 'SANDBOX-CODE-not-a-secret', state });
      const page = await browser.open(`${other.origin}/oauth2callback?${query}`);
      expect([page.status, page.text.includes('OAU-146')]).toEqual([502, true]);
      expect(other.program.output()).toContain('OAU-146');
      expect(other.program.output()).not.toContain('Read why');
      plain.close();
    });

    test.each([
      ['a page', { status: 404, type: 'text/html', body: '<p>No such page</p>' }],
      ['a redirect', { status: 307, type: 'text/html', body: '' }],
      ['JSON of something else', { status: 200, type: 'application/json', body: '[]' }],
    ])('wrong server URL: it answers with %s', async (_, { status, type, body }) => {
      const asked: string[] = [];
      const stranger = createServer((request, response) => {
        asked.push(request.url ?? '');
        const location = `${sandbox.origin}/restapi/oauth/token`;
        response.writeHead(status, { 'content-type': type, location }).end(body);
      });
      await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
      const address = stranger.address();
      const port = typeof address === 'object' ? address?.port : 0;
      const { settings } = await register(sandbox, `${clientId}-stranger-${port}`, { secret });
      const url = `http://localhost:${port}`;
      const other = await startWith({ ...settings, RC_SERVER_URL: url });
      const browser = other.newBrowser();
      const state = (await other.signInUrl(browser)).searchParams.get('state') ?? '';
      const page = await browser.open(
        `${other.origin}/oauth2callback?code=SANDBOX-CODE-not-a-secret&state=${state}`,
      );
      expect(page.status).toBe(502);
      expect(page.text).toMatch(/That is not an answer of RingCentral|The answer holds no token/);
      expect(page.text).toMatch(/RC_SERVER_URL|right server/);
      // Not followed, and not asked again.
      expect(asked).toEqual(['/restapi/oauth/token']);
      stranger.close();
    });

    test('server down, and up again', async () => {
      const first = await startQuickStartSandbox();
      const there = await register(first, clientId, { secret });
      const other = await startWith(there.settings);
      const browser = other.newBrowser();
      await other.signIn(browser);
      await first.close();
      const page = await other.call(browser);
      expect(page.status).toBe(502);
      expect(page.text).toContain('The server cannot be reached');
      expect(page.text).toContain(first.origin);

      const second = await startQuickStartSandbox(first.port);
      await second.makeApp({
        name: 'Quick start under test',
        portal: 'classic',
        audience: 'private',
        platformType: 'ServerWeb',
        issueRefreshTokens: true,
        redirectUris: [there.settings['RC_REDIRECT_URL'] ?? ''],
        scopes: ['ReadAccounts'],
        clientId,
        clientSecret: secret,
      });
      const ended = await other.call(browser);
      expect(ended.status).toBe(401);
      expect(ended.text).toContain('OAU-213');
      expect((await other.signIn(browser)).text).toContain('You are signed in');
      expect((await other.call(browser)).status).toBe(200);
      await second.close();
    });

    test('port taken', async () => {
      // It has said before which settings it read.
      const { status, output } = await startAndEnd(app.settings, 2);
      expect(status).toBe(1);
      expect(output).toContain(`Port ${app.port} is taken`);
      expect(output).toContain('RC_REDIRECT_URL');
      // Only port 5000 is AirPlay's.
      expect(output).not.toContain('AirPlay');
    });

    test.each([
      ['RC_SERVER_URL', ''],
      ['RC_SERVER_URL', 'localhost:4321'],
      ['RC_APP_CLIENT_ID', ''],
      ['RC_REDIRECT_URL', 'http://localhost:70000/oauth2callback'],
      ['RC_REDIRECT_URL', 'https://example.com/oauth2callback'],
      // A page of the program's own: its sign-in would never end, or begin again and again.
      ['RC_REDIRECT_URL', 'http://localhost:5000/'],
      ['RC_REDIRECT_URL', 'http://localhost:5000/login'],
      ['RC_SERVER_URL', 'http://localhost:4321/restapi'],
      ['RC_REDIRECT_URL', 'oauth2callback'],
    ])('%s set to "%s" is named in one line', async (name, value) => {
      const { status, output } = await startAndEnd({ ...app.settings, [name]: value });
      expect(status).toBe(1);
      expect(output).toContain(name);
      expect(output).toContain(value === '' ? 'missing' : value);
    });

    test('requests that are not its own, and a sign-out that is no POST, are refused', async () => {
      const browser = web.newBrowser();
      await web.signIn(browser);
      for (const [path, status] of [
        ['/nothing', 404],
        ['/test', 400],
        ['/test?api=__proto__', 400],
        ['/test?api=%ZZ&&=', 400],
        ['/test?api[]=extension', 400],
        ['/oauth2callback?state[]=1&code[]=2', 400],
        ['/oauth2callback?state=%FF%E2%98%83', 400],
        ['/logout', 405],
      ] as const) {
        expect([path, (await browser.open(`${web.origin}${path}`)).status]).toEqual([path, status]);
      }
      const { port } = app;
      await rawRequest(port, 'GARBAGE\r\n\r\n');
      await rawRequest(port, 'GET /% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
      const odd = 'Cookie: a; =; quick-start-session=__proto__; b="\\";x\r\n';
      const answer = await rawRequest(
        port,
        `GET / HTTP/1.1\r\nHost: localhost:${port}\r\n${odd}Connection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.[01] 200/);
      expect((await web.call(browser)).status).toBe(200);
    });

    test('answers on loopback only', async () => {
      const reached = await new Promise((resolve) => {
        const socket = connect({ host: '127.0.0.2', port: app.port });
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      });
      // Bound to every address, it would answer on this one too.
      expect(reached).toBe(false);
    });
  });
}
