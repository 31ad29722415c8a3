import { fileURLToPath } from 'node:url';
import { type Locator, type Page, expect, test } from '@playwright/test';
import { startServer } from '../../src/sandbox/hosts/node.ts';
import { expectNoViolations } from './support/axe.ts';

const site = fileURLToPath(new URL('../../dist', import.meta.url));

/** What the page says in place; the live region says it too. */
const strip = (page: Page, words: string): Locator =>
  page.locator('.cs-strip', { hasText: words }).first();

/** A server of this test's own, because it is stopped and started again on one port. */
test('an app that the reader made survives a restart of the server under the same id', async ({
  page,
}) => {
  const first = await startServer({ port: 0, site });
  const { port } = first;
  const origin = `http://localhost:${port}`;
  await page.goto(`${origin}/console/#section=apps&do=create`);
  await expect(page.locator('.cs[data-ready]')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Survivor');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Survivor' })).toBeVisible();
  const clientId = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('app') ?? '';
  await page.getByRole('button', { name: 'Show the secret' }).click();
  const code = page.locator('.cs-facts > div', { hasText: 'Client secret' }).locator('code');
  const secret = (await code.textContent()) ?? '';
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);

  await first.close();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(strip(page, 'Survivor is not deleted. The sandbox does not answer.')).toBeVisible();
  await page.getByRole('link', { name: 'Requests 0' }).click();
  await expect(page.getByText(/The connection broke at .* Reconnecting/)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(strip(page, 'The sandbox does not answer. It may have been stopped.')).toBeVisible();
  await expect(page.getByText('Not answering')).toBeVisible();
  await expectNoViolations(page);

  // Nothing is pressed: the page comes back by itself, whenever that is.
  const second = await startServer({ port, site });
  const offer = strip(page, 'The sandbox no longer has an app that you made in this tab.');
  await expect(offer).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Make it again' }).click();
  await expect(strip(page, 'Survivor: back under the same id and secret')).toBeVisible();
  await expect(offer).toBeHidden();
  const answer = await page.request.get(`${origin}/sandbox/api/apps/${clientId}`);
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ clientId, clientSecret: secret, name: 'Survivor' });

  // The list goes on with what the new server is asked; a reload remembers the app too.
  await expect(page.getByText('Listening.')).toBeVisible();
  await page.request.get(`${origin}/restapi`);
  await expect(page.locator('.cs-request').last()).toContainText('GET /restapi');
  await second.close();
  const third = await startServer({ port, site });
  await page.reload();
  await expect(offer).toBeVisible();
  await page.getByRole('button', { name: 'Forget it' }).click();
  await page.reload();
  await expect(page.locator('.cs[data-ready]')).toBeVisible();
  await expect(offer).toBeHidden();
  await third.close();
});
