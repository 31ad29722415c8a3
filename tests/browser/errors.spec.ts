import { expect, test } from './support/test.ts';

const pasted = `{
  "error" : "unauthorized_client",
  "errors" : [ {
    "errorCode" : "OAU-251",
    "message" : "Unauthorized for this grant type"
  } ]
}`;

test(
  'an error that is pasted into the search leads to its entry, which is lit',
  { tag: '@daily' },
  async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Control+k');
    const search = page.getByRole('dialog', { name: 'Search' });
    await search.getByRole('searchbox').fill(pasted);
    await expect(search.getByRole('link').first()).toContainText('OAU-251');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/reference\/errors\/#oau-251$/);
    const entry = page.getByRole('listitem').filter({ has: page.locator('#oau-251') });
    await expect(entry).toBeInViewport();
    await entry.getByText('Example and reply').click();
    await expect(entry).toContainText('"errorCode": "OAU-251"');
    await expect(entry.getByRole('blockquote')).toContainText('If it stays, please tell us');
  },
);

test('a text without a code leads there as well', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  const search = page.getByRole('dialog', { name: 'Search' });
  await search.getByRole('searchbox').fill('OAuth token is invalid');
  await expect(search.getByRole('link').first()).toHaveAttribute(
    'href',
    '/reference/errors/#oau-149',
  );
});

test('an entry leads to the playground, the mistake ready', async ({ page }) => {
  await page.goto('/reference/errors/#oau-109');
  const entry = page.getByRole('listitem').filter({ has: page.locator('#oau-109') });
  await entry
    .getByRole('link', { name: /redirect/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/playground\/#flow=.*mistake=/);
});
