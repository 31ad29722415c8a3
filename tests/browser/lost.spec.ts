import { expectNoViolations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

test('a code that does not exist is told so, with the nearest, and one that exists is not', async ({
  page,
}) => {
  await page.goto('/reference/errors/#oau-252');
  const note = page.getByRole('status').filter({ hasText: 'no entry' });
  await expect(note).toContainText('This page has no entry “oau-252”. The nearest: OAU-');
  await expectNoViolations(page);
  await note.getByRole('link', { name: 'OAU-251' }).click();
  await expect(page).toHaveURL(/#oau-251$/);
  await expect(note).toHaveCount(0);
  await expect(page.locator('#oau-251')).toBeInViewport();
  await page.goto('/reference/errors/#%zz<b>');
  await expect(note).toContainText('no entry');
  await expect(note.locator('b')).toHaveCount(0);
});

test('rules, scopes and terms say the same; a state of an application is no entry', async ({
  page,
}) => {
  for (const address of [
    '/reference/app-settings/#x99',
    '/reference/scopes/#readcalllogs',
    '/reference/glossary/#grants',
  ]) {
    await page.goto(address);
    await expect(page.locator('[data-no-entry] a').first()).toBeVisible();
  }
  await page.goto('/checker/#app=nothing');
  await page.waitForLoadState('load');
  await expect(page.locator('[data-no-entry]')).toHaveCount(0);
});

test('an address without a page is 404, names pages that are like it, and opens the search', async ({
  page,
  expectedRefusals,
}) => {
  expectedRefusals.add(404);
  const answer = await page.goto('/flows/jwt-flow.md');
  expect(answer?.status()).toBe(404);
  const offer = page.locator('[data-not-found]');
  await expect(offer.getByRole('link').first()).toHaveAttribute('href', '/flows/jwt/');
  await expectNoViolations(page);
  await offer.getByRole('button', { name: 'Search for “flows jwt flow”' }).click();
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('flows jwt flow');
});

test('a page is copied as Markdown, and where that fails the link is told', async ({
  page,
  context,
  expectedRefusals,
}) => {
  expectedRefusals.add(500);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/guides/security/');
  const actions = page.locator('.page-actions');
  await actions.getByRole('button', { name: 'Copy page as Markdown' }).click();
  await expect(actions.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^# Security\n/);
  await page.route('**/guides/security.md', (route) => route.fulfill({ status: 500 }));
  await actions.getByRole('button').click();
  await expect(actions.getByRole('status')).toContainText('Try the link beside the button');
});
