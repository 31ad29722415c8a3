import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

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
    await expect(page.locator('noscript p')).toContainText('The address bar holds');
    await expect(page.locator('noscript p')).toBeVisible();
  },
);
