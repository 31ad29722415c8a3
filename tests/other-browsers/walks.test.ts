import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOther } from '../../scripts/find-other-browsers.mjs';
import { servePlain } from '../../scripts/preview-static.mjs';
import { writeWorker } from '../../src/components/host/write-worker.ts';
import { loadFlow } from '../../src/flows/registry.ts';
import { startServer } from '../../src/sandbox/hosts/node.ts';
import type { Browser } from './support/driver.ts';
import { startFirefox } from './support/firefox.ts';
import { until } from './support/until.ts';
import { allow, openFlow, walkFlow } from './support/walk.ts';
import { startWebKit } from './support/webkit.ts';

/** What Playwright's Chromium does not see: the site in the other two engines, on both of its hosts. */
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const signInFlows = await Promise.all(
  (['auth-code-pkce', 'auth-code', 'implicit'] as const).map(loadFlow),
);

const found = (['Firefox', 'WebKit'] as const).map((name) => ({ name, paths: findOther(name) }));
const here = found.filter(({ paths }) => typeof paths !== 'string');
// Its absence is no failure of the site's, and no secret.
for (const { paths } of found) if (typeof paths === 'string') console.warn(paths);

describe.each(here)('$name', ({ name, paths }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await (name === 'Firefox'
      ? startFirefox(paths as never)
      : startWebKit(paths as never));
    console.log(browser.name);
  });
  afterAll(() => browser.end());

  /** Every request of the page was answered, and nothing was thrown. */
  async function expectNoComplaint(): Promise<void> {
    const failed = await browser.tab.run(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ responseStatus }) => responseStatus >= 400)
        .map(({ name: address, responseStatus }) => `${responseStatus} ${address}`),
    );
    expect([...failed, ...browser.complaints()]).toEqual([]);
  }

  describe('on the Node host', () => {
    let server: Awaited<ReturnType<typeof startServer>>;
    let origin: string;
    beforeAll(async () => {
      server = await startServer({ port: 0, site: dist });
      origin = `http://localhost:${server.port}`;
    });
    afterAll(() => server.close());

    test('pages: alive, no wider than the window, the menu closed', async () => {
      const { tab } = browser;
      await tab.resize(1440, 900);
      for (const address of [
        '/',
        '/flows/auth-code-pkce/',
        '/playground/',
        '/checker/',
        '/console/',
        '/quick-start/authorization-flow/node/',
      ]) {
        await tab.goto(origin + address);
        await until(`${address} is alive`, () =>
          tab.run(
            () =>
              document.readyState === 'complete' &&
              !document.querySelector('astro-island[ssr]:not([client="visible"])') &&
              document.fonts.check('16px Geist'),
          ),
        );
        // In this order: a window that becomes narrow has the menu in the column's place.
        for (const width of [1440, browser.narrow]) {
          await tab.resize(width, 900);
          await until(`${address} as wide as ${width}`, () =>
            tab.run((wanted) => Math.abs(innerWidth - wanted) < 20, width),
          );
          const seen = await tab.run(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            const lists = [...document.querySelectorAll('[role="tablist"]')];
            return {
              over: scrollWidth - clientWidth,
              scrolling: lists.filter((one) => one.scrollHeight > one.clientHeight).length,
              menu:
                innerWidth < 800 &&
                document.querySelector('#starlight__sidebar')?.checkVisibility(),
            };
          });
          expect(seen, `${address} at ${width}`).toEqual({ over: 0, scrolling: 0, menu: false });
        }
        await expectNoComplaint();
        await tab.resize(1440, 900);
      }
    });

    test('Escape closes the search, with a word in its field too', async () => {
      const { tab } = browser;
      const isOpen = () =>
        tab.run(() => document.querySelector('site-search dialog')?.matches('[open]'));
      await tab.goto(`${origin}/quick-start/`);
      await tab.press(() => document.querySelector('site-search .open'));
      await until('the search', isOpen);
      await tab.type('token');
      await tab.type('Escape');
      await until('the search is closed', async () => !(await isOpen()));
    });

    test.each(signInFlows)('$id in a window of its own', async (flow) => {
      const pressed = await walkFlow(browser, origin, flow, 'In a separate window');
      expect(pressed.length).toBeGreaterThan(4);
      await expectNoComplaint();
    });

    test.each(signInFlows)('$id on this page', async (flow) => {
      await walkFlow(browser, origin, flow, 'On this page');
      await expectNoComplaint();
    });

    // WebKit's driver does not answer for a page that comes from the cache after one of the server's.
    if (name === 'Firefox') {
      test('Back from a sign-in on this page says that no answer came; Forward and Allow bring it', async () => {
        const { tab } = browser;
        await openFlow(tab, origin, 'auth-code');
        const press = async (name: string) => {
          const find = (label: string) =>
            [
              ...document.querySelectorAll<HTMLButtonElement>(
                '.pg article button, .pg article label',
              ),
            ].find((one) => one.textContent?.trim() === label && !one.disabled);
          await until(name, () =>
            tab.run(
              (label) =>
                [
                  ...document.querySelectorAll<HTMLButtonElement>(
                    '.pg article button, .pg article label',
                  ),
                ].some((one) => one.textContent?.trim() === label && !one.disabled),
              name,
            ),
          );
          await tab.press(find, name);
        };
        await press('Make it');
        await press('See the sign-in request');
        await press('On this page');
        await press('Go to the sign-in');
        await until('the sign-in', () => tab.run(() => location.pathname.startsWith('/restapi/')));
        await tab.travel(-1);
        // Between two pages there is none to ask.
        const says = (words: string) => () =>
          tab.run((text) => document.body.textContent?.includes(text), words).catch(() => false);
        await until('the words', says('You came back without an answer'));
        await tab.travel(1);
        await allow(tab);
        const card = () => document.querySelector('.pg article')?.textContent;
        await until('the code', () =>
          tab.run(card).then(
            (text) => text?.includes('Step 4 of'),
            () => false,
          ),
        );
      });
    }
  });

  describe('on a static host, with the worker', () => {
    const folder = mkdtempSync(join(tmpdir(), 'other-browsers-'));
    let site: Awaited<ReturnType<typeof servePlain>>;
    beforeAll(async () => {
      cpSync(dist, folder, { recursive: true });
      site = await servePlain({ folder });
    });
    afterAll(async () => {
      await site.close();
      rmSync(folder, { recursive: true });
    });

    test('a first visit, the same without a network, and a new version when asked for', async () => {
      const { tab } = browser;
      const { origin, port } = site;
      const page = `${origin}/quick-start/`;
      const title = () => tab.run(() => document.title);
      const notices = () =>
        tab.run(() => document.querySelector('#site-notices')?.textContent ?? '');
      await tab.goto(page);
      const before = await title();
      await until(
        'the whole copy',
        () => tab.run(async () => (await caches.match('/sw-complete')) !== undefined),
        120,
      );

      await site.close();
      await tab.goto(`${origin}/guides/security/`);
      expect(await title()).toContain('Security');
      const token = await tab.run(async () => {
        const post = (path: string, type: string, body: string) =>
          fetch(path, {
            method: 'POST',
            headers: {
              'content-type': type,
              authorization: `Basic ${btoa('sandbox-jwt:sandbox-jwt-secret')}`,
            },
            body,
          });
        const made = await post(
          '/sandbox/api/jwt',
          'application/json',
          '{"extensionNumber":"101"}',
        );
        const { jwt } = (await made.json()) as { jwt: string };
        const answer = await post(
          '/restapi/oauth/token',
          'application/x-www-form-urlencoded',
          new URLSearchParams({
            grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
            assertion: jwt,
          }).toString(),
        );
        return ((await answer.json()) as { token_type?: string }).token_type;
      });
      expect(token).toBe('bearer');
      // A request that has no answer is told, and this test asked for it.
      browser.complaints();
      site = await servePlain({ folder, port });

      const file = join(folder, 'quick-start/index.html');
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Quick starts', 'Quicker starts'));
      const script = readFileSync(join(folder, 'sw.js'), 'utf8');
      await writeWorker(folder, script.slice(script.indexOf('\n') + 1));
      await tab.goto(page);
      await until(
        'word of a new version',
        async () => (await notices()).includes('A new version is ready.'),
        120,
      );
      expect(await title()).toBe(before);
      await tab.press(() => document.querySelector('#site-notices button'));
      await until('the new version', () =>
        title()
          .then((now) => now === before.replace('Quick', 'Quicker'))
          .catch(() => false),
      );
      await expectNoComplaint();
    });

    test.each(signInFlows)('$id in a window of its own', async (flow) => {
      await walkFlow(browser, site.origin, flow, 'In a separate window');
      await expectNoComplaint();
    });

    test.each(signInFlows)('$id on this page', async (flow) => {
      await walkFlow(browser, site.origin, flow, 'On this page');
      await expectNoComplaint();
    });
  });
});
