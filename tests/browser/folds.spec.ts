import { expect, test } from './support/test.ts';

const guide = '/flows/jwt/';

test('where it goes wrong is folded to its headings, and an address opens its entry', async ({
  page,
}) => {
  await page.goto(guide);
  const folds = page.locator('details.fold');
  expect(await folds.count()).toBeGreaterThan(4);
  expect(
    await folds.evaluateAll((all) => all.filter((fold) => 'open' in fold && fold.open).length),
  ).toBe(0);
  await page.goto(`${guide}#the-signature-is-invalid`);
  const entry = folds.filter({ has: page.locator('#the-signature-is-invalid') });
  await expect(entry).toHaveAttribute('open', '');
  await expect(entry.getByText('Invalid assertion signature')).toBeVisible();
  await expect(page.locator('#the-signature-is-invalid')).toBeInViewport();
  // Within the page, as a hit of the search or a link of another entry leads.
  await page.evaluate(() => (location.hash = '#another-algorithm'));
  await expect(folds.filter({ has: page.locator('#another-algorithm') })).toHaveAttribute(
    'open',
    '',
  );
});

test('by keyboard an entry opens from its heading; its link stands beside it', async ({ page }) => {
  await page.goto(guide);
  const fold = page.locator('details.fold').first();
  await fold.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(fold).toHaveAttribute('open', '');
  await expect(fold.locator('summary a')).toHaveCount(0);
  await expect(fold.locator('.sl-anchor-link')).toHaveCount(1);
});

test('paper has every entry', async ({ page }) => {
  await page.goto(guide);
  // What opens the folds is loaded late, with what offers this.
  await expect(page.getByRole('button', { name: 'Copy page as Markdown' })).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('details.fold:not([open])')).toHaveCount(0);
});
