import { readFileSync } from 'node:fs';
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

test('the button of a listing copies all of it, line by line, and of a command what is typed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/quick-start/password-flow/node/');
  const copied = async (title: string) => {
    const frame = page.locator('.expressive-code figure').filter({
      has: page.locator('.title').getByText(title, { exact: true }),
    });
    for (const summary of await page.locator('details:not([open]) > summary').all()) {
      if (await summary.isVisible()) await summary.press('Enter');
    }
    await frame.first().locator('.copy button').focus();
    await page.keyboard.press('Enter');
    await expect(frame.first().locator('.copy .feedback')).toHaveText('Copied!');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const program = readFileSync(
    new URL('../../content/quick-start/authorization-flow/node/oauth.mjs', import.meta.url),
    'utf8',
  );
  expect((await copied('oauth.mjs')).trimEnd()).toBe(program.trimEnd());
});
