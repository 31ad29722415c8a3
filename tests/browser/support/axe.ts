import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** axe finds nothing on the page as it stands now. */
export async function expectNoViolations(page: Page): Promise<void> {
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
  // and nobody reads what passed: the same rules take a fifth of the time so. The size of what is
  // pressed (WCAG 2.2) is a rule that axe leaves out unless it is asked.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .analyze();
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
  expect(told).toEqual([]);
}
