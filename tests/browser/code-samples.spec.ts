import { expectNoViolations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const address = '/quick-start/';

test(
  'a sample that scrolls has a name of its own and scrolls by keyboard',
  { tag: '@daily' },
  async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(address);
    const samples = page.locator('.expressive-code pre');
    const scrolling = page.locator('.expressive-code pre[tabindex="0"]');
    await expect(scrolling.first()).toHaveAttribute('role', 'group');

    const overflowing = await samples.evaluateAll(
      (all) => all.filter((one) => one.scrollWidth > one.clientWidth).length,
    );
    await expect(scrolling).toHaveCount(overflowing);
    const names = await scrolling.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label')),
    );
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^Code sample \d+/);

    await scrolling.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => scrolling.first().evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
  },
);

test('where nothing overflows, name, role and tab stop are gone again', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(address);
  const named = page.locator('.expressive-code pre[aria-label]');
  await expect(named.first()).toBeAttached();
  await page.setViewportSize({ width: 2400, height: 800 });
  await page.addStyleTag({ content: '.expressive-code pre { width: 3000px }' });
  await expect(named).toHaveCount(0);
  await expect(
    page.locator('.expressive-code pre[role], .expressive-code pre[tabindex]'),
  ).toHaveCount(0);
  await expectNoViolations(page);
});
