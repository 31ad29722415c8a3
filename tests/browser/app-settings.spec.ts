import { expect, test } from './support/test.ts';

const address = '/reference/app-settings/';

test(
  'a rule has an address: its link leads to it and lights it',
  { tag: '@daily' },
  async ({ page }) => {
    await page.goto(address);
    await page.getByRole('link', { name: 'X24', exact: true }).first().click();
    await expect(page).toHaveURL(/#x24$/);
    const rule = page.locator('#x24');
    await expect(rule).toBeInViewport();
    const colourOf = (id: string) =>
      page
        .locator('li', { has: page.locator(`#${id}`) })
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await colourOf('x24')).not.toBe(await colourOf('x23'));
  },
);

test('the matrix is a table: row and column name each cell', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(address);
  const matrix = page.getByRole('region', { name: 'Matrix of the classic portal' });
  await expect(matrix.getByRole('columnheader')).toHaveCount(8);
  await expect(matrix.getByRole('row')).toHaveCount(11);
  const row = matrix.getByRole('row', { name: /MobileIOS/ });
  await expect(row.getByRole('cell').nth(3)).toHaveText(/Private allowed,\s*public refused/);
});

test('at 320 pixels the matrix is a list that says each flow, and stays a table to a screen reader', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(address);
  const matrix = page.getByRole('region', { name: 'Matrix of the classic portal' });
  expect(await matrix.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  const row = matrix.getByRole('row', { name: /MobileIOS/ });
  await expect(row.getByRole('cell')).toHaveCount(7);
  for (const flow of ['Code', 'PKCE', 'Implicit', 'Password', 'Refresh', 'JWT']) {
    await expect(row.getByText(flow, { exact: true })).toBeVisible();
  }
  const [first, second] = await Promise.all(
    [0, 1].map((index) => row.getByRole('cell').nth(index).boundingBox()),
  );
  expect(second?.y).toBeGreaterThan((first?.y ?? 0) + 10);
});

test('both vocabularies can be read with the keyboard alone', async ({ page }) => {
  await page.goto(address);
  const labels = page.getByRole('region', { name: 'Labels of each settings page' });
  await labels.focus();
  await expect(labels).toBeFocused();
  await expect(labels.getByRole('row', { name: /Server\/Web/ })).toContainText(
    'Server-side web app (most common)',
  );
});
