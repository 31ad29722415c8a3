import { expect, test } from './support/test.ts';

const sentence = 'This site is made for Chrome and Edge 120, Firefox 125, Safari 17';

/** The latest that each browser had to learn. */
for (const unknown of [':popover-open', ':dir(']) {
  test(`a browser that does not know ${unknown} is told that it is too old`, async ({ page }) => {
    await page.route('**/*.css', async (route) => {
      const response = await route.fetch();
      const text = (await response.text()).replaceAll(unknown, unknown.replace(':', ':no-'));
      await route.fulfill({ response, body: text });
    });
    await page.goto('/checker/');
    await expect(page.getByText(sentence)).toBeInViewport();
  });
}

test('a browser that the site is made for is told nothing of it', async ({ page }) => {
  await page.goto('/checker/');
  await expect(page.getByText(sentence)).toBeHidden();
});
