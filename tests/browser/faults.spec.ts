import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { allow, PlaygroundPage } from './support/playground.ts';
import { test as staticTest } from './support/static-site.ts';
import { expect, test } from './support/test.ts';

/** Faults on demand: given and taken back in the console, and named by every page that meets one. */
const web = 'sandbox-server-web';
const browserApp = 'sandbox-browser';

const openFaults = async (page: Page, app?: string) => {
  await page.goto(`/console/#section=faults${app ? `&app=${app}` : ''}`);
  await expect(page.getByRole('heading', { name: 'Faults on demand' })).toBeVisible();
};
const inForce = (page: Page, fault: string) => page.locator(`.cs-row[data-fault="${fault}"]`);
const give = (page: Page) => page.getByRole('button', { name: 'Give this fault' });

/** A request of a program with the app's secret, whose code is nobody's. */
const exchangeCode = (origin: string) =>
  fetch(`${origin}/restapi/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${web}:${web}-secret`)}`, 'user-agent': 'node' },
    body: new URLSearchParams({ grant_type: 'authorization_code', code: 'SANDBOX-code' }),
  });

test('the console gives a fault, shows what is left of it and takes it back', async ({
  page,
  server,
}) => {
  await openFaults(page);
  await expect(page.getByText('No fault is in force.')).toBeVisible();
  await give(page).click();
  await expect(page.getByText('Choose an app first.')).toBeVisible();
  await page.getByLabel('For', { exact: true }).selectOption(web);
  await expect(page).toHaveURL(new RegExp(`#section=faults&app=${web}$`));

  // Seconds that the sandbox does not take are told at their field, and nothing is given.
  const seconds = page.getByLabel('Seconds, 1 to 60');
  await seconds.fill('999');
  await give(page).press('Enter');
  await expect(seconds).toBeFocused();
  await expect(seconds).toHaveAttribute('aria-invalid', 'true');
  await expect(seconds).toHaveAccessibleDescription(/^Enter a whole number from 1 to 60/);
  await expect(inForce(page, 'rate-limit')).toHaveCount(0);
  await expectNoViolations(page);

  await seconds.fill('7');
  await page.getByLabel('Met by').selectOption('two requests');
  await give(page).press('Enter');
  await expect(inForce(page, 'rate-limit')).toContainText('2 more requests');
  const met = await exchangeCode(server.origin);
  expect([met.status, met.headers.get('retry-after'), met.headers.get('sandbox-fault')]).toEqual([
    429,
    '7',
    'rate-limit',
  ]);
  await expect(inForce(page, 'rate-limit')).toContainText('1 more request');
  await exchangeCode(server.origin);
  await expect(page.getByText('No fault is in force.')).toBeVisible();

  // One that stays is taken back, and the next request is answered by the server itself.
  await page.getByLabel('Fault', { exact: true }).selectOption('html-body');
  await page.getByLabel('Met by').selectOption('every request, until I take it back');
  await give(page).click();
  await expect(inForce(page, 'html-body')).toContainText('Every request, until it is taken back');
  expect((await exchangeCode(server.origin)).status).toBe(502);
  await page.getByRole('button', { name: /^Take back HTML instead of JSON for / }).press('Enter');
  await expect(page.getByText('No fault is in force.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Faults on demand' })).toBeFocused();
  expect((await exchangeCode(server.origin)).status).toBe(400);

  // Each request that met one says so in the list, open or not.
  await page.goto(`/console/#section=requests&app=${web}`);
  await expect(page.getByText('Fault on demand: HTML instead of JSON')).toHaveCount(1);
  await expect(page.getByText('Fault on demand: 429 with Retry-After')).toHaveCount(2);
  await page.locator('.cs-request-row', { hasText: 'HTML instead of JSON' }).click();
  await expect(page.locator('.cs-request[data-open] [data-fault]')).toContainText(
    'the sandbox was asked for html-body',
  );
});

test('the live panel of a quick start and the diagnoser name the fault of a request', async ({
  page,
  server,
  control,
}) => {
  await page.goto('/quick-start/authorization-flow/node/');
  await expect(page.getByText('Listening. Run')).toBeVisible();
  await control('POST', `apps/${web}/faults`, { fault: 'unavailable', requests: 1 });
  expect((await exchangeCode(server.origin)).status).toBe(503);
  const row = page.getByLabel('Requests of your program').locator('.qs-row').last();
  await expect(row.locator('[data-fault="unavailable"]')).toContainText(
    'A fault on demand: the sandbox was asked for unavailable',
  );
  await expect(row.getByRole('link', { name: 'unavailable' })).toHaveAttribute(
    'href',
    '/reference/control-api/#fault-unavailable',
  );
  await row.getByRole('link', { name: 'Open in the diagnoser' }).click();
  await expect(page.getByText(/sandbox was asked/).first()).toBeVisible();
});

test('the playground names the fault of a redirect and of a token answer', async ({
  page,
  control,
  expectedRefusals,
}) => {
  expectedRefusals.add(502);
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await control('POST', `apps/${browserApp}/faults`, { fault: 'altered-state', requests: 1 });
  await playground.toAuthorize();
  await playground.signIn();
  await expect(playground.answer).toContainText('Differs');
  await expect(playground.card.locator('[data-fault="altered-state"]')).toContainText(
    'the sandbox was asked for altered-state',
  );

  // The next sign-in is whole, and says nothing of the one before.
  await playground.button('Begin again').click();
  const again = playground.button('Sign in again');
  await allow(await playground.openWindow(() => again.click()));
  await playground.atStep(4, 'Come back with a code');
  await expect(playground.answer).toContainText('Matches');
  await expect(playground.card.locator('[data-fault]')).toHaveCount(0);
  await control('POST', `apps/${browserApp}/faults`, { fault: 'html-body', requests: 1 });
  await playground.button('Exchange the code').click();
  await playground.send('/restapi/oauth/token');
  await expect(playground.card.locator('[data-fault="html-body"]')).toBeVisible();
});

staticTest(
  'a sandbox in the tab refuses what needs a connection, and gives the rest',
  async ({ page, expected }) => {
    expected.push(/409/);
    await openFaults(page, web);
    await page.getByLabel('Fault', { exact: true }).selectOption('reset-connection');
    await expect(page.getByText('A sandbox in a tab has no connection to break.')).toBeVisible();
    await give(page).click();
    await expect(page.locator('#cs-fault-problem')).toBeVisible();
    await page.getByLabel('Fault', { exact: true }).selectOption('unavailable');
    await give(page).click();
    await expect(inForce(page, 'unavailable')).toContainText('1 more request');
  },
);
