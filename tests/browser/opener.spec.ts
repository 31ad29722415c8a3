import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const authorize = (origin: string) =>
  `/restapi/oauth/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: 'sandbox-browser',
    redirect_uri: `${origin}/callback/`,
    state: 'from-a-test',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }).toString()}`;

/** Keeps the window as the page's own `opened`, as a program that waits for it would. */
const openWindow = (page: Page, address: string) =>
  page.evaluate((to) => {
    Reflect.set(window, 'opened', window.open(to, 'signing-in', 'popup'));
  }, address);

const isClosed = (page: Page) =>
  page.evaluate(() => (Reflect.get(window, 'opened') as Window | null)?.closed);

test.describe('a page of the site', () => {
  for (const place of ['/playground/', '/flows/auth-code-pkce/', '/']) {
    test(`${place} stays in touch with the window in which a reader signs in`, async ({
      page,
      context,
      server,
    }) => {
      const origin = `http://localhost:${server.port}`;
      const { headers } = await page.goto(place).then((answer) => ({ headers: answer?.headers() }));
      expect(headers?.['cross-origin-opener-policy']).toBe('same-origin-allow-popups');
      const arrival = context.waitForEvent('page');
      await openWindow(page, authorize(origin));
      const popup = await arrival;
      await expect(popup.getByRole('heading', { level: 1 })).toContainText('Sign in');
      expect(await isClosed(page)).toBe(false);
      await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(popup.getByRole('heading', { level: 1 })).toContainText('Allow');
      expect(await isClosed(page)).toBe(false);
      await popup.getByRole('button', { name: 'Allow', exact: true }).click();
      await popup.waitForURL(/\/callback\//);
      // Nobody waits for it, so the page stays and says that.
      await expect(popup.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await isClosed(page)).toBe(false);
      expect(await popup.evaluate(() => window.opener !== null)).toBe(true);
      await popup.close();
      await expect.poll(() => isClosed(page)).toBe(true);
    });
  }
});

test.describe('a page of another origin', () => {
  async function startStranger() {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>Another site</title>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
  }

  test('loses the page that it opened', async ({ browser, server }) => {
    const stranger = await startStranger();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(stranger.origin);
    const arrival = context.waitForEvent('page');
    await openWindow(page, `http://localhost:${server.port}/console/`);
    const console = await arrival;
    await expect(console.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await console.evaluate(() => window.opener)).toBeNull();
    expect(await isClosed(page)).toBe(true);
    await context.close();
    stranger.close();
  });

  test(
    'reads what CORS lets it read, and loads nothing of the sandbox as its own',
    { tag: '@daily' },
    async ({ browser, server }) => {
      const stranger = await startStranger();
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(stranger.origin);
      const seen = await page.evaluate(async (origin) => {
        const answer = await fetch(`${origin}/restapi/oauth/token`, {
          method: 'POST',
          body: new URLSearchParams({ grant_type: 'refresh_token', client_id: 'sandbox-browser' }),
        });
        const body = (await answer.json()) as { error?: string };
        const load = (path: string) =>
          new Promise<string>((resolve) => {
            const script = document.createElement('script');
            script.src = origin + path;
            script.onload = () => resolve('loaded');
            script.onerror = () => resolve('refused');
            document.head.append(script);
          });
        return {
          read: [answer.status, body.error],
          loaded: await Promise.all(
            ['/sandbox/api/apps', '/sandbox/pages.css', '/restapi', '/sandbox/openapi.json'].map(
              load,
            ),
          ),
        };
      }, `http://localhost:${server.port}`);
      expect(seen.read).toEqual([400, 'invalid_request']);
      expect(seen.loaded).toEqual(['refused', 'refused', 'refused', 'refused']);
      await context.close();
      stranger.close();
    },
  );
});
