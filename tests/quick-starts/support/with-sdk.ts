import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#components/quick-start/languages.ts';
import { expectHelp } from './help.ts';
import { start } from './process.ts';
import { line, type QuickStartSandbox, startQuickStartSandbox } from './sandbox.ts';
import { makeReady, type Ready, type Registered, register } from './setting.ts';
import { WebApp } from './web-app.ts';

const own = '/extension/~';
const token = 'POST /restapi/oauth/token';

/** What the app must do that leaves the requests to RingCentral's SDK. */
export function testWithSdk(language: Language, run: string) {
  describe(`${language.label} with ${language.sdk.package}: ${run}`, () => {
    const clientId = `with-sdk-${language.slug}`;
    const secret = `${clientId}-not-a-secret-4tZ9`;
    let sandbox: QuickStartSandbox;
    let ready: Ready;
    let app: Registered;
    let web: WebApp;
    const lines = async () => (await sandbox.news(clientId)).map(line);

    beforeAll(async () => {
      sandbox = await startQuickStartSandbox();
      [ready] = makeReady('authorization-flow', language, [{ file: language.sdk.file, run }]) as [
        Ready,
      ];
      app = await register(sandbox, clientId, { secret });
      web = await WebApp.start(ready.command, ready.folder, app.settings);
    });
    afterEach(async () => {
      await sandbox.clock(0);
      web.expectSound();
    });
    afterAll(async () => {
      await web.program.stop();
      await sandbox.close();
    });

    test('signs in with state and PKCE, calls, refreshes after a 401 and revokes', async () => {
      const browser = web.newBrowser();
      const home = await web.signIn(browser);
      expect(home.text).toContain('extension id 1000101');
      const [authorize, ...rest] = await sandbox.news(clientId);
      const query = new URL(authorize?.request.url ?? '').searchParams;
      expect(query.get('state')?.length).toBeGreaterThanOrEqual(22);
      expect(query.get('code_challenge_method')).toBe('S256');
      expect(rest.map(line).at(-1)).toBe(`${token} authorization_code 200`);
      expect((await web.call(browser)).text).toContain('101');
      await sandbox.clock(3700);
      expect((await web.call(browser, 'account-call-log')).status).toBe(200);
      expect(await lines()).toEqual([
        `GET ${own} 200`,
        'GET /call-log 401',
        `${token} refresh_token 200`,
        'GET /call-log 200',
      ]);
      await browser.press(home);
      expect(await lines()).toEqual(['POST /restapi/oauth/revoke 200']);
      expect((await web.call(browser)).status).toBe(401);
    });

    test('refreshes before the token ends', async () => {
      await sandbox.policy(clientId, { accessTokenLifetimeSeconds: 30 });
      const browser = web.newBrowser();
      await web.signIn(browser);
      await sandbox.policy(clientId, { accessTokenLifetimeSeconds: 3600 });
      await lines();
      expect((await web.call(browser)).status).toBe(200);
      expect(await lines()).toEqual([`${token} refresh_token 200`, `GET ${own} 200`]);
    });

    test('consent refused, state forged, code expired', async () => {
      const browser = web.newBrowser();
      const denied = await web.signIn(browser, 'deny');
      expect([denied.status, denied.text.includes('access_denied')]).toEqual([403, true]);
      const forged = new URL(await web.upToCallback(browser));
      forged.searchParams.set('state', 'forged');
      expect((await browser.open(forged.href)).status).toBe(400);
      const late = await web.upToCallback(browser);
      await sandbox.clock(61);
      const page = await browser.open(late);
      expect([page.status, page.text.includes('OAU-108')]).toEqual([502, true]);
    });

    test('token revoked behind its back', async () => {
      const browser = web.newBrowser();
      await web.signIn(browser);
      await sandbox.endSessions(clientId);
      const page = await web.call(browser);
      expect([page.status, page.text.includes('OAU-211')]).toEqual([502, true]);
      expect((await browser.open(`${web.origin}/`)).text).toContain('You are signed out');
      expect((await web.signIn(browser)).text).toContain('You are signed in');
    });

    test('wrong secret, and a server that is down', async () => {
      const gone = await startQuickStartSandbox();
      const there = await register(gone, clientId, { secret });
      const other = await WebApp.start(ready.command, ready.folder, {
        ...there.settings,
        RC_APP_CLIENT_SECRET: 'wrong-not-a-secret-8pL2',
      });
      const browser = other.newBrowser();
      const page = await other.signIn(browser);
      expect([page.status, page.text.includes('OAU-146')]).toEqual([502, true]);
      await expectHelp(other.program.output(), gone);
      const callback = await other.upToCallback(browser);
      await gone.close();
      const down = await browser.open(callback);
      expect(down.status).toBe(502);
      expect(down.text).toContain('The server cannot be reached');
      await other.program.stop();
      other.expectClean();
    });

    test.each([
      ['RC_SERVER_URL', 'is missing'],
      ['RC_APP_CLIENT_ID', 'is missing'],
      ['', 'is taken'],
    ])('%s: it %s, and one line says so', async (name, words) => {
      const running = start(ready.command, ready.folder, { ...app.settings, [name || 'X']: '' });
      expect(await running.ended).toBe(1);
      // Where the port is taken it has said before which settings it read.
      const first = name === '' ? 2 : 1;
      expect(running.output().trim().split('\n')).toHaveLength(first);
      expect(running.output()).toContain(words);
      expect(running.output()).toContain(name);
    });
  });
}
