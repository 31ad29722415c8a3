import { expectNoViolations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const query = (origin: string, differences: Record<string, string> = {}) =>
  new URLSearchParams({
    response_type: 'code',
    client_id: 'sandbox-browser',
    redirect_uri: `${origin}/callback/`,
    state: 'from-a-test',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...differences,
  }).toString();

for (const colorScheme of ['light', 'dark'] as const) {
  const tag = colorScheme === 'light' ? ['@daily'] : [];
  test.describe(`the sandbox's own pages, ${colorScheme}`, { tag }, () => {
    test.use({ colorScheme });
    test('pass axe, wide and narrow: sign-in, refused, consent, error', async ({
      page,
      server,
      expectedRefusals,
    }) => {
      expectedRefusals.add(400);
      const origin = `http://localhost:${server.port}`;
      for (const width of [1440, 320]) {
        await page.setViewportSize({ width, height: 900 });
        const passes = async (): Promise<void> => {
          await expectNoViolations(page);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, `${width} px`).toBe(0);
        };
        await page.goto(`/restapi/oauth/authorize?${query(origin)}`);
        await passes();
        await page.getByRole('radio', { name: /^105/ }).check();
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        await expect(page.getByRole('alert')).toBeFocused();
        await passes();
        await page.getByRole('radio', { name: /^101 Administrator/ }).check();
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        await expect(page.getByRole('heading', { level: 1 })).toContainText('Allow');
        await passes();
        await page.goto(
          `/restapi/oauth/authorize?${query(origin, { redirect_uri: `${origin}/callbac/` })}`,
        );
        await expect(page.getByRole('alert')).toBeVisible();
        await passes();
      }
    });
  });
}
