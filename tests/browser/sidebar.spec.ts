import { expect, test } from './support/test.ts';

test('the guides stand above the fold of a laptop', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  // The longest of the current ones, which are in a heavier face.
  await page.goto('/flows/auth-code/');
  const guides = page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('list', { name: 'Guides' });
  await expect(guides.getByRole('link').last()).toBeInViewport({ ratio: 1 });
  const heights = await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getBoundingClientRect().height))]);
  // One height: no label wraps.
  expect(heights).toHaveLength(1);
});

test('a language is chosen once: sidebar, overview and table follow', async ({ page }) => {
  await page.goto('/quick-start/authorization-flow/node/');
  await page
    .getByRole('navigation', { name: 'Language' })
    .getByRole('link', { name: 'Python', exact: true })
    .click();
  await page.waitForURL('**/authorization-flow/python/');

  await page.goto('/');
  const sidebar = page.getByRole('navigation', { name: 'Main' });
  await expect(sidebar.getByRole('link', { name: 'A web app Python' })).toHaveAttribute(
    'href',
    '/quick-start/authorization-flow/python/',
  );
  await expect(page.getByRole('link', { name: 'the JWT script' })).toHaveAttribute(
    'href',
    '/quick-start/password-flow/python/',
  );
  await expect(page.locator('.languages [data-chosen]')).toHaveText(/Python/);

  await page.goto('/quick-start/');
  await expect(page.locator('.quick-start-table [data-chosen]')).toHaveText(/A script in Python/);
});
