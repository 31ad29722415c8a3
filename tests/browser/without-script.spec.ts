import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`a system that prefers ${colorScheme}`, () => {
    test.use({ colorScheme });
    test('gets it without JavaScript', async ({ page }) => {
      await page.goto('/playground/');
      const background = await page
        .locator('.page')
        .evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(background).toBe(colorScheme === 'light' ? 'rgb(246, 247, 249)' : 'rgb(12, 14, 19)');
    });
  });
}

for (const address of [
  '/',
  '/playground/',
  '/checker/',
  '/choose/',
  '/console/',
  '/diagnose/',
  '/flows/jwt/',
]) {
  test(`${address}: what would do nothing is not drawn, and nothing scrolls sideways`, async ({
    page,
    server,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address);
    const shown = page.locator(
      'site-search button, theme-select, .copy button, astro-island button:visible, astro-island :is(input, select):visible',
    );
    // A step of a diagram and a mark of a table are text; the name of the flow is a select without its edge.
    const live = await shown.evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility())
        .filter((element) => !element.closest('ol, table'))
        .filter((element) => getComputedStyle(element).borderColor !== 'rgba(0, 0, 0, 0)')
        .map(({ outerHTML }) => outerHTML),
    );
    expect(live).toEqual([]);
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0);
    expect(await page.content()).not.toContain('localhost:4321');
    if (address === '/playground/') {
      await expect(page.locator('.pg-noscript')).toContainText(
        `SERVER=http://localhost:${server.port}`,
      );
    }
  });
}

test(
  'the playground reads, and the sign-in ends with a code in the address',
  { tag: '@daily' },
  async ({ page, server }) => {
    await page.goto('/playground/');
    // What stands in a noscript is no text to Playwright's own search by text.
    await expect(page.locator('.pg-noscript')).toContainText('the same flow runs from a terminal');
    await expect(page.locator('.pg-noscript')).toBeVisible();
    const origin = `http://localhost:${server.port}`;
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'sandbox-browser',
      redirect_uri: `${origin}/callback/`,
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    });
    await page.goto(`/restapi/oauth/authorize?${query.toString()}`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.waitForURL(`${origin}/callback/?code=*`);
    await expect(page.locator('noscript p')).toContainText('The address bar has');
    await expect(page.locator('noscript p')).toBeVisible();
  },
);
