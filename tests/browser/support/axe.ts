import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** WCAG 2.2's size of what is pressed, which axe leaves out unless it is asked. */
export const targetSize = { 'target-size': { enabled: true } };

/** axe finds nothing on the page as it stands now. `more` are rules that it leaves out by itself. */
export async function expectNoViolations(
  page: Page,
  more: Record<string, { enabled: boolean }> = {},
): Promise<void> {
  // A sample that scrolls becomes focusable a moment after it is laid out. One that never does is axe's to report.
  await page
    .waitForFunction(
      () =>
        [...document.querySelectorAll<HTMLElement>('.expressive-code pre')].every(
          (sample) => sample.scrollWidth <= sample.clientWidth || sample.tabIndex >= 0,
        ),
      undefined,
      { timeout: 5000 },
    )
    .catch(() => undefined);
  // A colour on its way from one to another is neither.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (one) =>
          one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity,
      ),
  );
  // The site has no frame of another origin, for which axe would be taken through a page of its own,
  // and nobody reads what passed: the same rules take a fifth of the time so.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], rules: more })
    .analyze();
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
  expect(told).toEqual([]);
}
