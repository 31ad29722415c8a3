import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeWorker } from '../../src/components/host/write-worker.ts';
import { startServer } from '../../src/sandbox/hosts/node.ts';
import { expectNoViolations } from './support/axe.ts';
import { allow, PlaygroundPage } from './support/playground.ts';
import {
  copyIsWhole,
  dist,
  expect,
  newCopyIsWhole,
  test,
  WorkerStopper,
} from './support/static-site.ts';
import type { StaticSite } from './support/static-site.ts';

/** Walks the whole flow. */
async function walk(page: Page): Promise<void> {
  const playground = new PlaygroundPage(page);
  const press = (name: string) => playground.button(name).click();
  await press('Make the three');
  await press('See the sign-in request');
  await playground.atStep(2, 'Send the user to the authorization server');
  await playground.card.getByLabel('In a separate window').check();
  const window = await playground.openWindow(() => playground.button('Go to the sign-in').click());
  await allow(window);
  await playground.atStep(4, 'Come back with a code');
  await press('Exchange the code');
  await press('Send');
  await expect(playground.answer).toContainText('200 OK');
  await press('Call the API');
  await press('Send');
  await expect(playground.answer).toContainText('"extensionNumber": "101"');
  await press('Refresh');
  await press('Send');
  await expect(playground.answer).toContainText('200 OK');
  await press('Revoke');
  await press('Send');
  await expect(playground.answer).toContainText('200 OK');
  await expect(playground.card.getByText('This was the last step.')).toBeVisible();
}

test.describe('the static build, with the worker as its host', () => {
  test('a first visit runs the whole flow', { tag: '@daily' }, async ({ page }) => {
    await new PlaygroundPage(page).open('/playground/');
    await walk(page);
  });

  test('a sign-in on the same page comes back to the flow', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toAuthorize('same-page');
    await playground.button('Go to the sign-in').click();
    await allow(page);
    await page.waitForURL('**/playground/');
    await playground.atStep(4, 'Come back with a code');
  });

  test(
    'works without a network after the first visit',
    { tag: '@daily' },
    async ({ page, site, expected }) => {
      // The browser looks for a newer worker at each visit.
      expected.push(/fetching the script/, /ERR_CONNECTION_REFUSED/, /status of 404/);
      await page.goto('/');
      await copyIsWhole(page);
      await site.stop();
      await new PlaygroundPage(page).open('/playground/');
      await walk(page);
      await page.goto('/quick-start');
      await expect(page).toHaveURL(`${site.origin}/quick-start/`);
      const missing = await page.goto('/no-such-page/');
      expect(missing?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'No page is at this address',
      );
    },
  );

  test('pages from the copy carry the policy that a static host cannot send', async ({ page }) => {
    await page.goto('/');
    await copyIsWhole(page);
    const response = await page.goto('/quick-start/');
    expect(response?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(await response?.headerValue('x-content-type-options')).toBe('nosniff');
  });

  test('the first thing opened may be an address of the sandbox', async ({
    page,
    site,
    expected,
  }) => {
    // The static host has no such file, and says so once.
    expected.push(/status of 404/);
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'sandbox-browser',
      redirect_uri: `${site.origin}/callback/`,
    });
    await page.goto(`/restapi/oauth/authorize?${query.toString()}`);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await page.goto('/restapi/nothing');
    await expect(page.locator('body')).toContainText('AGW-404');
  });

  test('who answers here is never said by the worker', async ({ page }) => {
    await new PlaygroundPage(page).open('/playground/');
    const [response] = await Promise.all([
      page.waitForResponse('**/sandbox/host.json'),
      page.evaluate(() => fetch('/sandbox/host.json')),
    ]);
    expect(response.fromServiceWorker()).toBe(false);
    expect(await response.json()).toEqual({ host: 'static' });
  });
});

test.describe('a Node server takes the port of a static build over', () => {
  const take = (site: StaticSite) => startServer({ port: site.port, site: dist });

  test('the leftover worker goes, and Node’s sandbox answers', async ({ page, site }) => {
    await new PlaygroundPage(page).open('/playground/');
    await copyIsWhole(page);
    await site.stop();
    const server = await take(site);
    try {
      await page.reload();
      await page.waitForFunction(() => navigator.serviceWorker.controller === null);
      await new PlaygroundPage(page).alive();
      const left = await page.evaluate(() => navigator.serviceWorker.getRegistrations());
      expect(left).toHaveLength(0);
      await walk(page);
      expect(await page.evaluate(() => caches.keys())).toEqual([]);
      const apps = `${server.origin}/sandbox/api/events?clientId=sandbox-browser`;
      const events = await (await fetch(apps)).body?.getReader().read();
      expect(events?.done).toBe(false);
    } finally {
      await server.close();
      await site.start();
    }
  });

  test('a tab that stays open is answered by Node once the worker starts again', async ({
    page,
    site,
    context,
  }) => {
    await new PlaygroundPage(page).open('/playground/');
    // A copy that is cut off in the middle is another matter.
    await copyIsWhole(page);
    const stopper = await WorkerStopper.attach(context, page);
    await site.stop();
    const server = await take(site);
    try {
      const made = await fetch(`${server.origin}/sandbox/api/apps`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          name: 'On Node',
          portal: 'classic',
          audience: 'private',
          platformType: 'ServerWeb',
          clientId: 'on-node',
          redirectUris: ['https://app.example.com/cb'],
          scopes: [],
        }),
      });
      expect(made.status).toBe(201);
      await stopper.stop();
      const status = await page.evaluate(
        async () => (await fetch('/sandbox/api/apps/on-node')).status,
      );
      expect(status).toBe(200);
    } finally {
      await server.close();
      await site.start();
    }
  });
});

test.describe('a new version', () => {
  /** The same site with another word on one page, built by the same worker. */
  async function publish(site: StaticSite): Promise<void> {
    const page = join(site.folder, 'quick-start/index.html');
    writeFileSync(page, readFileSync(page, 'utf8').replaceAll('Quick starts', 'Quicker starts'));
    const script = readFileSync(join(site.folder, 'sw.js'), 'utf8');
    await writeWorker(site.folder, script.slice(script.indexOf('\n') + 1));
  }
  const title = (page: Page) => page.title();

  test('is told and asked for; no page mixes the two; an old tab is told too', async ({
    page,
    context,
    site,
  }) => {
    await page.goto('/quick-start/');
    await copyIsWhole(page);
    const before = await title(page);
    const other = await context.newPage();
    await other.goto('/');
    await publish(site);

    await page.reload();
    const bar = page.locator('#site-notices');
    await newCopyIsWhole(page);
    await expect(bar).toContainText('A new version is ready.');
    await expectNoViolations(page);
    // Until the reader says so, every page is the old one.
    await page.reload();
    expect(await title(page)).toBe(before);
    await expect(bar).toContainText('A new version is ready.');

    await bar.getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => title(page)).toBe(before.replace('Quick', 'Quicker'));
    await expect(bar).toBeEmpty();
    const otherBar = other.locator('#site-notices');
    await expect(otherBar).toContainText('Another tab has changed to a new version');
    await otherBar.getByRole('button', { name: 'Reload' }).click();
    await expect(otherBar).toBeEmpty();
  });

  test('that cannot be had whole changes nothing', async ({ page, site }) => {
    await page.goto('/quick-start/');
    await copyIsWhole(page);
    const before = await title(page);
    await publish(site);
    // A file of yet another version lies on the host: its digest is not the list's.
    writeFileSync(join(site.folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const failed = new Promise((resolve) => {
        registration?.addEventListener('updatefound', () => {
          registration.installing?.addEventListener('statechange', ({ target }) => {
            if (target instanceof ServiceWorker && target.state === 'redundant') resolve(true);
          });
        });
      });
      await registration?.update();
      await failed;
    });
    await page.reload();
    expect(await title(page)).toBe(before);
    await expect(page.locator('#site-notices')).toBeEmpty();
  });
});

test.describe('what can stand in the way is said in place', () => {
  const notice = (page: Page) => page.locator('.site-notice');

  test('no service workers', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    await page.goto('/playground/');
    await expect(notice(page)).toContainText('this browser has none here');
    await expect(notice(page)).toContainText('npm start');
    await expect(page.getByRole('button', { name: 'Make the three' })).toBeDisabled();
    await expectNoViolations(page);
    // A page of prose needs none, and says nothing.
    const said = page.waitForResponse('**/host.js');
    await page.goto('/quick-start/');
    await (await said).finished();
    await expect(notice(page)).toHaveCount(0);
  });

  test('an address of the sandbox where no worker can be', async ({ page, expected }) => {
    expected.push(/status of 404/);
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    await page.goto('/restapi/oauth/authorize?client_id=sandbox-browser');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The sandbox cannot answer');
  });

  test('a worker that does not start', async ({ page, site, expected }) => {
    expected.push(/ServiceWorker|service worker|worker/i);
    writeFileSync(join(site.folder, 'sw.js'), 'throw new Error("broken");');
    await page.goto('/playground/');
    await expect(notice(page)).toContainText('The sandbox did not start in this browser.');
    await expect(page.getByRole('button', { name: 'Make the three' })).toBeDisabled();
  });

  test('a static host without host.json', async ({ page, site, expected }) => {
    expected.push(/status of 404/);
    writeFileSync(join(site.folder, 'sandbox/host.json'), 'not json');
    await page.goto('/playground/');
    await expect(notice(page)).toContainText('does not say who answers');
  });

  test('storage that is blocked', { tag: '@daily' }, async ({ page, site, expected }) => {
    expected.push(/status of 503/);
    const script = join(site.folder, 'sw.js');
    const denied =
      "IDBFactory.prototype.open=()=>{throw new DOMException('denied','SecurityError')};";
    writeFileSync(script, denied + readFileSync(script, 'utf8'));
    await page.goto('/playground/');
    await expect(notice(page)).toContainText('The browser lets the sandbox store nothing.');
    await page.goto('/restapi/oauth/authorize?client_id=sandbox-browser');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      'The browser lets the sandbox store nothing',
    );
    await expectNoViolations(page);
  });

  test('storage that is full in the middle of a flow', async ({ page, site, expected }) => {
    expected.push(/status of (503|400)/);
    const script = join(site.folder, 'sw.js');
    const switchable = `{
      const { add } = IDBObjectStore.prototype;
      const full = () => { throw new DOMException('no room', 'QuotaExceededError'); };
      self.addEventListener('message', ({ data }) => {
        if (data === 'full') IDBObjectStore.prototype.add = full;
        if (data === 'free') IDBObjectStore.prototype.add = add;
      });
    }`;
    writeFileSync(script, switchable + readFileSync(script, 'utf8'));
    const tell = (word: string) =>
      page.evaluate((data) => navigator.serviceWorker.controller?.postMessage(data), word);
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toToken();
    await tell('full');
    await playground.button('Send').click();
    await expect(playground.card).toContainText('The browser has no room left for the sandbox');
    await tell('free');
    await playground.button('Send again').click();
    // The code was spent before there was no room for its session, and a code is good once.
    await expect(playground.card).toContainText('OAU-106');
  });

  for (const storageTypes of ['indexeddb', 'all']) {
    test(`storage that is cleared in the middle of a flow: ${storageTypes}`, async ({
      page,
      context,
      site,
      expected,
    }) => {
      expected.push(/status of 400/);
      const playground = new PlaygroundPage(page);
      await playground.open('/playground/');
      await playground.toToken();
      const session = await context.newCDPSession(page);
      await session.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes });
      await playground.button('Send').click();
      // The demo apps are back; the code is not.
      await expect(playground.card).toContainText('OAU-106');
      // A worker that is gone is missed at once, an emptied database at the next visit.
      if (storageTypes === 'indexeddb') await page.reload();
      await expect(notice(page)).toContainText('has emptied the storage of the sandbox');
      await notice(page).getByRole('button', { name: 'Dismiss' }).click();
      await expect(notice(page)).toHaveCount(0);
    });
  }

  test('a reader removes all that the site keeps', async ({ page, context }) => {
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toToken();
    await copyIsWhole(page);
    await page.goto('/quick-start/');
    await page.getByRole('button', { name: 'Remove what this site keeps here' }).click();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Remove all of it' }).click();
    await expect(page.getByText('This browser has no data of this site any more.')).toBeFocused();
    const left = await page.evaluate(async () => ({
      registrations: (await navigator.serviceWorker.getRegistrations()).length,
      caches: await caches.keys(),
      databases: await indexedDB.databases(),
      session: sessionStorage.length,
      local: localStorage.length,
    }));
    expect(left).toEqual({ registrations: 0, caches: [], databases: [], session: 0, local: 0 });
    await context.newPage();
  });
});
