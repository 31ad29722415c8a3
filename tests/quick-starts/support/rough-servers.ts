import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Language } from '#components/quick-start/languages.ts';
import { freePort } from './free-port.ts';
import {
  type Answer,
  type ScriptedServer,
  startScriptedServer,
  tokens,
} from './scripted-server.ts';
import { makeReady } from './setting.ts';
import { WebApp } from './web-app.ts';

const token = '/restapi/oauth/token';
const extension = '/extension/~';
const busy = (status: number, after?: string): Answer => ({
  status,
  body: { errorCode: 'CMN-301', message: 'Request rate exceeded' },
  ...(after !== undefined && { headers: { 'retry-after': after } }),
});
const found: Answer = { body: { extensionNumber: '101' } };

/** What the web app does with answers that a healthy server never gives. */
export function testRoughServers(language: Language): void {
  describe(`${language.label}: answers that a healthy server never gives`, () => {
    let server: ScriptedServer;
    let web: WebApp;
    beforeAll(async () => {
      server = await startScriptedServer();
      const [ready] = makeReady('authorization-flow', language, [language.app]);
      if (!ready) throw new Error('No program');
      web = await WebApp.start(ready.command, ready.folder, {
        RC_SERVER_URL: server.url,
        RC_APP_CLIENT_ID: 'rough',
        RC_APP_CLIENT_SECRET: 'rough-not-a-secret-2mK8',
        RC_REDIRECT_URL: `http://localhost:${await freePort()}/oauth2callback`,
      });
    });
    beforeEach(() => {
      server.answers = { [token]: [tokens()], [extension]: [found] };
      server.asked.length = 0;
    });
    afterEach(() => web.expectSound());
    afterAll(async () => {
      await web.program.stop();
      server.close();
    });

    const browserWithState = async () => {
      const browser = web.newBrowser();
      const state = (await web.signInUrl(browser)).searchParams.get('state') ?? '';
      return { browser, state };
    };
    /** Comes back from a sign-in that this server would have led through. */
    const signedIn = async (more: Record<string, string> = {}) => {
      const { browser, state } = await browserWithState();
      const query = new URLSearchParams({ code: 'SCRIPTED-CODE-not-a-secret', state, ...more });
      return { browser, page: await browser.open(`${web.origin}/oauth2callback?${query}`) };
    };
    const times = (end: string) => server.asked.filter(({ path }) => path.endsWith(end)).length;

    test.each(['bearer', 'Bearer', 'BEARER'])('token_type %s is a bearer token', async (type) => {
      server.answers[token] = [tokens({ token_type: type })];
      const { browser, page } = await signedIn();
      expect(page.text).toContain('You are signed in');
      expect((await web.call(browser)).status).toBe(200);
      expect(server.asked.at(-1)?.authorization).toBe('Bearer scripted-access-not-a-secret');
    });

    test.each([
      ['another type', tokens({ token_type: 'mac' })],
      ['no access token', tokens({ access_token: undefined })],
      ['no lifetime', tokens({ expires_in: undefined })],
    ])('an answer with %s holds no token', async (_, answer) => {
      server.answers[token] = [answer];
      const { page } = await signedIn();
      expect([page.status, page.text]).toEqual([
        502,
        expect.stringContaining('The answer holds no token'),
      ]);
      expect((await web.newBrowser().open(`${web.origin}/`)).text).toContain('You are signed out');
    });

    test('an issuer that is not the server is refused, and its code is not used', async () => {
      const { page } = await signedIn({ iss: 'https://attacker.example' });
      expect(page.status).toBe(400);
      expect(page.text).toContain('This answer comes from another server');
      expect(page.text).toContain('https://attacker.example');
      expect(times(token)).toBe(0);
      expect((await signedIn({ iss: server.url })).page.text).toContain('You are signed in');
    });

    test('waits for Retry-After and asks again', async () => {
      const { browser } = await signedIn();
      server.answers[extension] = [busy(429, '1'), found];
      const startedAt = performance.now();
      expect((await web.call(browser)).status).toBe(200);
      expect(performance.now() - startedAt).toBeGreaterThan(950);
      expect(times(extension)).toBe(2);
    });

    test('waits no longer than a minute, and says how long the server asks for', async () => {
      const { browser } = await signedIn();
      server.answers[extension] = [busy(429, '120')];
      const startedAt = performance.now();
      const page = await web.call(browser);
      expect([page.status, page.text]).toEqual([
        502,
        expect.stringContaining('The server refused: CMN-301'),
      ]);
      expect(page.text).toContain('try again in 120 seconds');
      expect(performance.now() - startedAt).toBeLessThan(5000);
      expect(times(extension)).toBe(1);
    });

    test('429 that names no time is not asked again', async () => {
      const { browser } = await signedIn();
      server.answers[extension] = [busy(429)];
      expect((await web.call(browser)).status).toBe(502);
      expect(times(extension)).toBe(1);
    });

    test('503 is tried again twice', async () => {
      const { browser } = await signedIn();
      server.answers[extension] = [busy(503, '0'), busy(503), found];
      expect((await web.call(browser)).status).toBe(200);
      expect(times(extension)).toBe(3);
      server.answers[extension] = [busy(503, '0')];
      server.asked.length = 0;
      const page = await web.call(browser);
      expect([page.status, page.text.includes('HTTP 503')]).toEqual([502, true]);
      expect(times(extension)).toBe(3);
    });

    test('a code is sent once, whatever the answer is', async () => {
      server.answers[token] = [busy(503, '0')];
      expect((await signedIn()).page.status).toBe(502);
      server.answers[token] = [busy(429, '0')];
      expect((await signedIn()).page.status).toBe(502);
      expect(times(token)).toBe(2);
    });

    test.each([200, 404, 503])('HTML with status %i is an error', async (status) => {
      const { browser } = await signedIn();
      server.answers[extension] = [
        { status, body: '<h1>Nice page</h1>', headers: { 'retry-after': '0' } },
      ];
      const page = await web.call(browser);
      expect(page.status).toBe(502);
      expect(page.text).toContain(`answered ${status}, and not in JSON`);
      expect(page.text).not.toContain('Nice page');
      server.answers[extension] = [found];
      expect((await web.call(browser)).status).toBe(200);
    });

    test('a server that hangs is given up after 10 seconds', async () => {
      const { browser } = await signedIn();
      server.answers[extension] = [{ body: '', hangs: true }];
      const startedAt = performance.now();
      const page = await web.call(browser);
      expect([page.status, page.text.includes('gave no answer')]).toEqual([502, true]);
      expect(performance.now() - startedAt).toBeGreaterThan(8000);
      expect(performance.now() - startedAt).toBeLessThan(15_000);
    });
  });
}
