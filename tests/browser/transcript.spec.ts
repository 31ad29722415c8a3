import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { card, open, openStep, root, runToTheEnd, runUntil, send } from './support/flow-walk.ts';
import { expect, test } from './support/test.ts';

/** What leaves the playground, and what comes back into it. */
const panel = (page: Page) => root(page).getByRole('region', { name: 'Transcript' });
const replay = (page: Page) => panel(page).getByRole('region', { name: 'Replay' });

async function takeAlong(page: Page): Promise<void> {
  await panel(page).getByRole('button', { name: 'Save it: HAR' }).click();
  await expect(panel(page).getByRole('button', { name: 'Save as HAR' })).toBeVisible();
}

async function saved(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel(page).getByRole('button', { name, exact: true }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  };
}

test('nothing sent: nothing to take along', async ({ page }) => {
  await open(page, '#flow=jwt');
  await expect(panel(page)).toContainText('Nothing sent yet');
  await expect(panel(page).getByRole('button', { name: 'Save it: HAR' })).toHaveCount(0);
});

test('a transcript leaves masked, and with its secrets by choice and with a warning', async ({
  page,
}) => {
  await open(page, '#flow=jwt');
  await runToTheEnd(page, 'jwt');
  // What the answer brought is written down a moment after it is shown.
  const kept = await page.waitForFunction(() => {
    const text = sessionStorage.getItem('authorization-flows:playground:jwt') ?? '';
    return /"access_token":\{"value":"([^"]+)"/.exec(text)?.[1];
  });
  const token = (await kept.jsonValue()) ?? '';
  expect(token).not.toBe('');
  await takeAlong(page);
  await expectNoViolations(page);
  const har = await saved(page, 'Save as HAR');
  expect(har.name).toMatch(/^jwt-\d{4}-\d\d-\d\d-\d{4}\.har$/);
  expect(har.text).not.toContain(token);
  expect(har.text).toContain('masked-access_token-1-');
  const entries = (JSON.parse(har.text) as { log: { entries: unknown[] } }).log.entries;
  await expect(panel(page)).toContainText(`Saved ${har.name}: ${entries.length} requests.`);
  await panel(page).getByLabel('with its secrets').check();
  await expect(panel(page).getByRole('alert')).toContainText('as they were sent');
  const whole = await saved(page, 'Save as HAR');
  expect(whole.name).toMatch(/with-secrets\.har$/);
  expect(whole.text).toContain(token);
  const markdown = await saved(page, 'Save as Markdown');
  expect(markdown.name).toMatch(/\.md$/);
  expect(markdown.text).not.toContain(token);
});

test('a HAR comes back as steps, with secrets of this tab', async ({ page }) => {
  await open(page, '#flow=jwt');
  await runToTheEnd(page, 'jwt');
  await takeAlong(page);
  const har = await saved(page, 'Save as HAR');
  await open(page, '#flow=password');
  await panel(page).getByRole('button', { name: 'Replay one' }).click();
  await replay(page)
    .locator('input[type=file]')
    .setInputFiles({
      name: har.name,
      mimeType: 'application/json',
      buffer: Buffer.from(har.text),
    });
  await expect(replay(page)).toContainText('can be sent again, as JWT');
  await expectNoViolations(page);
  await replay(page).getByRole('button', { name: 'Replay it' }).click();
  await expect(root(page)).toHaveAttribute('data-flow', 'jwt');
  await expect(replay(page).getByRole('button', { name: 'Set up' }).first()).toBeVisible();
  await runToTheEnd(page, 'jwt');
  await expect(replay(page).locator('li').last()).toContainText('now 200');
});

test('a refusal comes back by its case link, with what was changed, and is refused again', async ({
  page,
  expectedRefusals,
}) => {
  expectedRefusals.add(400);
  await open(page, '#flow=jwt');
  await runUntil(page, 'jwt', 'token');
  const field = card(page).getByLabel('grant_type', { exact: true });
  await field.fill('jwt-bearer');
  await send(page).click();
  const head = card(page).locator('.pg-answer-head');
  await expect(head).toContainText('400');
  await takeAlong(page);
  await panel(page).getByRole('button', { name: 'Write a case link' }).click();
  const link = panel(page).getByRole('link', { name: 'Open it in the diagnoser' });
  const href = (await link.getAttribute('href')) ?? '';
  expect(href.length).toBeLessThanOrEqual(2_000);
  const { hash } = new URL(href);
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('/');
  await open(page, hash);
  await replay(page).getByRole('button', { name: 'Replay it' }).click();
  await expect(replay(page)).toContainText('Changed: grant_type as it was');
  await openStep(page, 2);
  await card(page).getByRole('button', { name: 'Run to here' }).click();
  await expect(field).toHaveValue('jwt-bearer');
  await send(page).click();
  await expect(replay(page).locator('li').last()).toContainText(/then 400 (\S+) ?now 400 \1/);
  await page.goto(href);
  await expect(page.getByRole('main')).toContainText('grant_type');
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  await page.getByRole('button', { name: 'Replay in the playground' }).click();
  await expect(replay(page)).toContainText('1 of 1 requests can be sent again, as JWT');
});

test('what is no transcript is answered in a sentence, and nothing is lost', async ({ page }) => {
  await open(page, '#flow=jwt');
  await panel(page).getByRole('button', { name: 'Replay one' }).click();
  const box = replay(page).getByLabel('A case link, or the text of a HAR');
  await box.fill('hello');
  await replay(page).getByRole('button', { name: 'Open it' }).click();
  await expect(replay(page).getByRole('alert')).toContainText('neither a case link nor a HAR');
  await replay(page).getByRole('button', { name: 'Close' }).click();
  await expect(replay(page)).toHaveCount(0);
});
