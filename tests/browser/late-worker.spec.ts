import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './support/static-site.ts';

/** How far the page was when it registered the worker. */
declare global {
  interface Window {
    registeredWhen?: DocumentReadyState;
  }
}

async function noteRegistration(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (this: ServiceWorkerContainer, ...all) {
      window.registeredWhen ??= document.readyState;
      return register.apply(this, all);
    };
  });
}

/** Gives every page an image that comes when it is let: the load event waits for it. */
async function holdLoad(context: BrowserContext, page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route('**/held.svg', async (route) => {
    await released;
    const body = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
    await route.fulfill({ contentType: 'image/svg+xml', body });
  });
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      const image = new Image();
      image.src = '/held.svg';
      document.body.append(image);
    });
  });
  return release;
}

test.describe('no page waits for the worker', () => {
  for (const address of ['/', '/quick-start/']) {
    test(`${address} asks for it, and for what starts it, after the load event`, async ({
      page,
      context,
    }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await noteRegistration(page);
      const release = await holdLoad(context, page);
      // Every script of the page has run by then.
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      const late = ['/host.js', '/sandbox/host.json', '/sw.js'];
      const early = asked.filter((path) => late.includes(path));
      const registeredEarly = await page.evaluate(() => window.registeredWhen);
      release();
      expect({ early, registeredEarly }).toEqual({ early: [], registeredEarly: undefined });
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      expect(asked).toContain('/host.js');
      expect(await page.evaluate(() => window.registeredWhen)).toBe('complete');
    });
  }

  for (const address of ['/', '/playground/', '/console/']) {
    test(`${address} is loaded and read where the worker never comes`, async ({ page }) => {
      await page.addInitScript(() => {
        ServiceWorkerContainer.prototype.register = () => {
          window.registeredWhen = document.readyState;
          return new Promise(() => undefined);
        };
      });
      await page.goto(address, { waitUntil: 'load' });
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForFunction(() => window.registeredWhen !== undefined);
      expect(await page.evaluate(() => document.readyState)).toBe('complete');
    });
  }
});
