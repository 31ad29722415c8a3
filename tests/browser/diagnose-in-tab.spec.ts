import type { Page } from '@playwright/test';
import { expect, test } from './support/static-site.ts';

/** The diagnoser where the sandbox runs in the tab: its requests open by their links, and are proven there. */

const verdict = (page: Page) => page.getByRole('region', { name: 'The verdict' });

async function open(page: Page, fragment = ''): Promise<void> {
  await page.goto(`/diagnose/${fragment}`);
  await expect(page.locator('.dg[data-ready]')).toBeVisible();
}

/** The address that a refusal of the sandbox leads to. */
async function refusedRequest(page: Page): Promise<string> {
  await page.goto('/console/');
  await expect(page.locator('.cs-answering')).toHaveAttribute('data-state', 'open');
  const link = await page.evaluate(async () => {
    const answer = await fetch('/restapi/oauth/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', username: 'nobody', password: 'x' }),
      headers: { Authorization: `Basic ${btoa('sandbox-server-web:sandbox-server-web-secret')}` },
    });
    return answer.headers.get('link') ?? '';
  });
  return /\/diagnose\/(#event=[^>]+)>/.exec(link)?.[1] ?? 'no link';
}

test('a request opens by its link with the settings of its app, and is proven', async ({
  page,
  expected,
}) => {
  expected.push(/status of 40[0134]/);
  const hash = await refusedRequest(page);
  await open(page, hash);
  await expect(page.getByRole('list', { name: /^What you pasted/ })).toContainText(
    'POST /restapi/oauth/token',
  );
  await expect(verdict(page).locator('.dg-verdict a')).toHaveText('OAU-251');
  await expect(page.locator('.dg-chosen')).toHaveText('Private, on a web server');
  await verdict(page).getByRole('button', { name: 'Prove it' }).click();
  const proof = page.getByRole('region', { name: 'The proof' });
  await expect(proof).toContainText('Shown in the sandbox: the same failure');

  await open(page, '#event=11111111-2222-3333-4444-555555555555');
  await page.reload();
  await expect(page.getByRole('region', { name: 'This request is no longer kept' })).toBeVisible();
});

test('a code opens by its link', async ({ page }) => {
  await open(page, '#code=OAU-109');
  await expect(verdict(page).getByRole('link', { name: 'OAU-109' })).toBeVisible();
});
