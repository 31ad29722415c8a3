import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#components/quick-start/languages.ts';
import { start } from './process.ts';
import { type QuickStartSandbox, startQuickStartSandbox } from './sandbox.ts';
import { makeReady, type Ready, type Registered, register } from './setting.ts';
import { WebApp } from './web-app.ts';

const answers = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** What else runs on a developer's machine, and what is done to a program there. */
export function testNeighbours(language: Language): void {
  describe(`${language.label}: its neighbours`, () => {
    const secret = 'neighbour-not-a-secret-7hQ1';
    let sandbox: QuickStartSandbox;
    let ready: Ready;
    let app: Registered;
    let port: number;
    beforeAll(async () => {
      sandbox = await startQuickStartSandbox();
      [ready] = makeReady('authorization-flow', language, [language.app]) as [Ready];
      app = await register(sandbox, `neighbours-${language.slug}`, { secret });
      ({ port } = app);
    });
    afterAll(() => sandbox.close());
    const startApp = (more: Record<string, string> = {}) =>
      WebApp.start(ready.command, ready.folder, { ...app.settings, ...more });

    test('the first line says server, app, the source of its settings, and how to stop', async () => {
      const web = await startApp();
      const [first, second] = web.program.output().split('\n');
      await web.program.stop();
      expect(first).toBe(
        `Server ${sandbox.origin}, app ${app.clientId}, settings from the environment. Stop it with Ctrl-C.`,
      );
      expect(second).toBe(`Ready. Open http://localhost:${port}`);
    });

    test('PORT, which other programs read, is not its own', async () => {
      const web = await startApp({ PORT: '4321' });
      expect(web.origin).toBe(`http://localhost:${port}`);
      await web.program.stop();
    });

    test.each(['127.0.0.1', '::1', '0.0.0.0', '::'])(
      'a listener on %s has the port',
      async (host) => {
        const neighbour = createServer((socket) => socket.end());
        await new Promise<void>((resolve, reject) =>
          neighbour.once('error', reject).listen(port, host, resolve),
        );
        const running = start(ready.command, ready.folder, app.settings);
        const status = await running.ended;
        await new Promise((resolve) => neighbour.close(resolve));
        expect([status, running.output()]).toEqual([
          1,
          expect.stringContaining(
            `Port ${port} is taken. Stop what runs there, or change the port in RC_REDIRECT_URL.`,
          ),
        ]);
      },
    );

    test('favicon.ico is 204, and the terminal says nothing of it', async () => {
      const web = await startApp();
      const before = web.program.output();
      const { status, text } = await web.newBrowser().open(`${web.origin}/favicon.ico`);
      expect([status, text]).toEqual([204, '']);
      expect(web.program.output().trimEnd()).toBe(before.trimEnd());
      await web.program.stop();
    });

    test('a restart in the middle of a sign-in is named as a cause', async () => {
      const first = await startApp();
      const browser = first.newBrowser();
      const callback = await first.upToCallback(browser);
      await first.program.stop();
      const second = await startApp();
      const page = await browser.open(callback);
      // A program whose sessions outlive it, as PHP's files do, goes on instead.
      if (page.status !== 200) {
        expect([page.status, page.text]).toEqual([
          400,
          expect.stringContaining('this program was restarted'),
        ]);
      }
      expect((await second.signIn(browser)).text).toContain('You are signed in');
      await second.program.stop();
    });

    test('two sign-ins at once in one browser: the older answer is refused, the newer signs in', async () => {
      const web = await startApp();
      const browser = web.newBrowser();
      const older = await web.upToCallback(browser);
      const newer = await web.upToCallback(browser);
      expect((await browser.open(older)).status).toBe(400);
      expect((await browser.open(newer)).text).toContain('You are signed in');
      await web.program.stop();
    });

    test.each(['SIGTERM', 'SIGINT'] as const)(
      '%s to the program alone frees its port',
      async (name) => {
        const web = await startApp();
        expect(await answers('127.0.0.1', port)).toBe(true);
        web.program.signal(name);
        const startedAt = performance.now();
        await web.program.ended;
        expect(performance.now() - startedAt).toBeLessThan(3000);
        expect(await answers('127.0.0.1', port)).toBe(false);
        web.expectClean();
        expect(web.program.output()).not.toMatch(/error|exception/i);
      },
    );

    test('a proxy that is set does not stand before this computer', async () => {
      const dead = 'http://127.0.0.1:9';
      const proxies = { HTTPS_PROXY: dead, https_proxy: dead, ALL_PROXY: dead, all_proxy: dead };
      const web = await startApp(proxies);
      const browser = web.newBrowser();
      expect((await web.signIn(browser)).text).toContain('You are signed in');
      expect((await web.call(browser)).status).toBe(200);
      await web.program.stop();
    });

    test('its own settings file and what leads out of its folder are no pages', async () => {
      const web = await startApp();
      const browser = web.newBrowser();
      for (const path of [
        '/.env',
        '/../.env',
        '/%2e%2e/.env',
        '//evil.example/',
        '/app',
        '/oauth2callback/x',
      ]) {
        const { status, text } = await browser.open(`${web.origin}${path}`);
        expect([path, status]).toEqual([path, 404]);
        expect(text).not.toContain(secret);
      }
      await web.program.stop();
      web.expectClean();
    });
  });
}
