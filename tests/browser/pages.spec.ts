import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectNoViolations } from './support/axe.ts';
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

/** Five sixths of the quick starts: pages of whole programs, made by the same parts as Node's. */
const isOtherProgram = (address: string) => /^\/quick-start\/[^/]+\/(?!node\/)/.test(address);

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`every page, ${colorScheme}`, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' });
    for (const address of addresses) {
      // Light every day, but for the long ones; dark in the long run.
      const tag = colorScheme === 'dark' || isOtherProgram(address) ? ['@long'] : [];
      const title = `${address} passes axe, wide and narrow, and does not scroll sideways`;
      test(title, { tag }, async ({ page }) => {
        // A bound against hanging: whole programs are thousands of coloured words, and axe looks at each.
        test.slow();
        for (const width of [1440, 320]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(address);
          await islandsAreAlive(page);
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, `${width} px`).toBe(0);
          await expectNoViolations(page);
        }
      });
    }
  });
}
