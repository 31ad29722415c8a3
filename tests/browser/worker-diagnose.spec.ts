import type { Page } from '@playwright/test';
import { expect, test } from './support/static-site.ts';

/** The diagnoser where the sandbox is a worker: what it refuses opens here, and is proven here. */

const verdict = (page: Page) => page.getByRole('region', { name: 'The verdict' });
const proof = (page: Page) => page.getByRole('region', { name: 'The proof' });

test('a refusal of the worker opens by its own address, and is proven in the tab', async ({
  page,
  expected,
}) => {
  expected.push(/status of 400/);
  await page.goto('/console/');
  await expect(page.locator('.cs[data-ready]')).toBeVisible();
  const help = await page.evaluate(async () => {
    const answer = await fetch('/restapi/oauth/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'authorization_code', code: 'no-such-code' }),
      headers: { Authorization: `Basic ${btoa('sandbox-server-web:sandbox-server-web-secret')}` },
    });
    return /<([^>]+)>; rel="help"/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
  });
  await page.goto(new URL(help).pathname + new URL(help).hash);
  await expect(verdict(page).getByRole('link', { name: 'OAU-106' })).toBeVisible();
  await verdict(page).getByRole('button', { name: 'Prove it' }).click();
  // Its app signs in through the pages of the worker, twice.
  await expect(proof(page)).toContainText(
    'The sandbox shows the same failure, and with the fix it works.',
  );
  await expect(proof(page)).toContainText('400 OAU-106');
});

test('its app’s settings come with it; what is gone is told, and a code opens by its link', async ({
  page,
  expected,
}) => {
  expected.push(/status of 40[04]/);
  await page.goto('/console/');
  await expect(page.locator('.cs[data-ready]')).toBeVisible();
  const help = await page.evaluate(async () => {
    const answer = await fetch('/restapi/oauth/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', username: 'nobody', password: 'x' }),
      headers: { Authorization: `Basic ${btoa('sandbox-server-web:sandbox-server-web-secret')}` },
    });
    return /<([^>]+)>; rel="help"/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
  });
  await page.goto(new URL(help).pathname + new URL(help).hash);
  await expect(verdict(page).getByRole('link', { name: 'OAU-251' })).toBeVisible();
  await expect(page.locator('.dg-chosen')).toHaveText('Private, on a web server');
  await page.goto('/diagnose/#event=11111111-2222-3333-4444-555555555555');
  await expect(page.getByRole('region', { name: 'This request is no longer kept' })).toBeVisible();
  await page.goto('/diagnose/#code=OAU-109');
  await expect(verdict(page).getByRole('link', { name: 'OAU-109' })).toBeVisible();
});
