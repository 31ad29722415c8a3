import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expectNoViolations, targetSize } from './support/axe.ts';
import { islandsAreAlive } from './support/islands.ts';
import { expect, test } from './support/test.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** The address of every built page but the redirects, which are pages of one line. */
const addresses = readdirSync(dist, { recursive: true })
  .map(String)
  .filter((file) => /(^|\/)index\.html$/.test(file))
  .map((file) => `/${file.replace(/index\.html$/, '')}`)
  .filter(
    (address) => !/^\/(auth-code|auth-code-pkce|implicit-grant|password)-flow\/$/.test(address),
  )
  .sort();

/** Pages made of the same parts as another of their kind: other flows, guides and languages. */
const likeAnother = [
  /^\/flows\/(?!auth-code-pkce\/)./,
  /^\/guides\/(?!call-the-api\/)./,
  /^\/quick-start\/[^/]+\/(?!node\/)/,
];
const isLikeAnother = (address: string) => likeAnother.some((kind) => kind.test(address));

/** Opens a page as wide as that, all of it there. */
async function openAt(page: Page, address: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address);
  await islandsAreAlive(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function expectNoSidewaysScroll(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  await expect.poll(overflow, `${width} px`).toBe(0);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`every page, ${colorScheme}`, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' });
    for (const address of addresses) {
      const tag = colorScheme === 'light' && !isLikeAnother(address) ? ['@daily'] : [];
      test(`${address} passes axe, and does not scroll sideways`, { tag }, async ({ page }) => {
        // A bound against hanging: whole programs are thousands of coloured words, and axe looks at each.
        test.slow();
        await openAt(page, address, 1440);
        await expectNoViolations(page, targetSize);
        await expectNoSidewaysScroll(page, 1440);
        await expectNoSidewaysScroll(page, 320);
      });
      test(`${address} passes axe at 320 pixels, and does not scroll sideways`, async ({
        page,
      }) => {
        test.slow();
        await openAt(page, address, 320);
        await expectNoViolations(page, targetSize);
        await expectNoSidewaysScroll(page, 320);
      });
    }
  });
}
