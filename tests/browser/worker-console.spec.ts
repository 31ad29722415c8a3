import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { islandsAreAlive } from './support/islands.ts';
import { flows, open as openFlow, runStep } from './support/flow-walk.ts';
import { copyIsWhole, expect, test, WorkerStopper } from './support/static-site.ts';

/** The console and the quick starts where the sandbox is a worker, with no server to ask behind it. */

const ready = (page: Page) => expect(page.locator('.cs[data-ready]')).toBeVisible();
const rows = (page: Page) => page.locator('.cs-request');

interface Asked {
  method: string;
  headers: Record<string, string>;
  body: string;
}

/** Asks the sandbox as a page does: a request from outside the browser reaches files alone. */
const ask = (page: Page, path: string, init: Partial<Asked> = {}) =>
  page.evaluate(
    async ([to, how]) => {
      const response = await fetch(to, how);
      return { status: response.status, body: await response.text() };
    },
    [path, init] as const,
  );

test.describe('the console on the static build', () => {
  test('lists the apps and makes one, which outlives the worker', async ({ page, context }) => {
    await page.goto('/console/');
    await ready(page);
    await expect(page.getByRole('link', { name: /sandbox-server-web/ })).toBeVisible();
    await expectNoViolations(page);
    const stopper = await WorkerStopper.attach(context, page);
    await page.getByRole('link', { name: 'Create an app' }).first().click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Made in a tab');
    await stopper.stop();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Made in a tab' })).toBeFocused();
    const clientId = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('app') ?? '';
    await stopper.stop();
    const { status, body } = await ask(page, `/sandbox/api/apps/${clientId}`);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ clientId, name: 'Made in a tab' });
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Made in a tab' })).toBeVisible();
  });

  test('makes a JWT that trades for a token', async ({ page }) => {
    await page.goto('/console/#section=jwt');
    await ready(page);
    await page.getByRole('button', { name: 'Create the credential' }).click();
    await expect(page.getByRole('heading', { name: /Copy it now/ })).toBeFocused();
    await expectNoViolations(page);
    const jwt = (await page.getByLabel('The JWT', { exact: true }).textContent()) ?? '';
    const { status, body } = await ask(page, '/restapi/oauth/token', {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa('sandbox-jwt:sandbox-jwt-secret')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: jwt,
      }).toString(),
    });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
  });

  test('shows the requests of a flow in another tab, none lost or twice when the worker is stopped', async ({
    page,
    context,
  }) => {
    const streams: string[] = [];
    context.on('request', (one) => {
      if (/\/sandbox\/api\/events(\?|$)/.test(one.url())) streams.push(one.url());
    });
    await page.goto('/console/#section=requests');
    await ready(page);
    await expect(page.getByText('Listening.')).toBeVisible();
    const other = await context.newPage();
    const stopper = await WorkerStopper.attach(context, other);
    await openFlow(other, '#flow=jwt');
    // A worker that falls while it hands out the page's own parts is another matter.
    await copyIsWhole(other);
    const steps = flows.find(({ id }) => id === 'jwt')?.steps ?? [];
    const wanted: string[] = [];
    for (const [index, { kind }] of steps.entries()) {
      // The stream ends here, and what is sent next comes before it is back.
      await stopper.stop();
      await runStep(other, 'jwt', index);
      if (kind !== 'request') continue;
      wanted.push(index === 2 ? 'GET' : 'POST');
      await expect(rows(page)).toHaveCount(wanted.length);
    }
    const seen = await rows(page).allInnerTexts();
    expect(seen.map((row) => /\b(GET|POST)\b/.exec(row)?.[1])).toEqual(wanted);
    expect(wanted).toEqual(['POST', 'GET', 'POST', 'POST']);
    expect(streams.length).toBeGreaterThan(1);
    expect(streams.at(-1)).toMatch(/lastEventId=\d+$/);
    await expect(page.getByText('Listening.')).toBeVisible();
    // What came while nobody listened is all there is: a later reader of the log has the same.
    await page.reload();
    await expect(rows(page)).toHaveCount(wanted.length);
    await expectNoViolations(page);
  });
});

for (const width of [1440, 320]) {
  test(`a quick start at ${width} px says that no program can reach this tab, and what to run`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/quick-start/authorization-flow/python/');
    await islandsAreAlive(page);
    if (width === 320) await page.getByRole('button', { name: /^Live: 0 requests/ }).click();
    const panel = page.getByRole('region', { name: 'Your program, live' });
    await expect(panel).toContainText('no program in a terminal can reach it');
    await expect(panel.getByText('npm start', { exact: true })).toBeVisible();
    // Nothing is listened to, so nothing can be paused.
    await expect(panel.getByRole('button')).toHaveCount(0);
    await expect(panel.getByText('Listening', { exact: false })).toHaveCount(0);
    await expectNoViolations(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await panel.getByRole('link', { name: 'The playground' }).click();
    await expect(page).toHaveURL(/\/playground\/$/);
  });
}
