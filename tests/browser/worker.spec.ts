import type { Page } from '@playwright/test';
import { allow, PlaygroundPage } from './support/playground.ts';
import { expect, test, WorkerStopper } from './support/static-site.ts';

/** Walks the whole flow; `between` runs before each press. */
async function walk(page: Page, between: () => Promise<void>): Promise<void> {
  const playground = new PlaygroundPage(page);
  const press = async (name: string) => {
    await between();
    await playground.button(name).click();
  };
  await press('Make the three');
  await press('Go to the sign-in');
  await playground.atStep(2, 'Send the user to the server');
  await playground.card.getByLabel('In a window of its own').check();
  await between();
  const window = await playground.openWindow(() => playground.button('Go to the sign-in').click());
  await window.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await between();
  await window.getByRole('button', { name: 'Sign in', exact: true }).click();
  await window.getByRole('button', { name: 'Allow', exact: true }).waitFor();
  await between();
  await window.getByRole('button', { name: 'Allow', exact: true }).click();
  await playground.atStep(4, 'Come back with a code');
  await press('Trade the code');
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
  await expect(playground.card.getByText('That is the whole flow.')).toBeVisible();
}

const nothing = () => Promise.resolve();

test.describe('the static build, with the worker as its host', () => {
  test('a first visit runs the whole flow', async ({ page }) => {
    await new PlaygroundPage(page).open('/playground/');
    await walk(page, nothing);
  });

  test('the worker is stopped before every press, and the flow goes on', async ({
    page,
    context,
  }) => {
    await new PlaygroundPage(page).open('/playground/');
    const stopper = await WorkerStopper.attach(context, page);
    await walk(page, () => stopper.stop());
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
});
