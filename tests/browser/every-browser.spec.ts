import { PlaygroundPage } from './support/playground.ts';
import { expect, test } from './support/test.ts';

/** What other browsers showed first, and what holds in each of them; scrollbars take room here. */
for (const width of [1440, 390]) {
  test(`no list of tabs has a scrollbar of its own at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const hidden = () =>
      page
        .getByRole('tablist')
        .evaluateAll((lists) =>
          lists.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
        );
    await page.goto('/quick-start/authorization-flow/node/');
    const onPage = await hidden();
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toToken();
    const all = [...onPage, ...(await hidden())];
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(all)).toEqual(new Set([0]));
  });
}

test('a window that becomes narrow has its menu closed, and opens it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  const menu = page.locator('#starlight__sidebar');
  await expect(menu).toBeVisible();
  await page.setViewportSize({ width: 447, height: 900 });
  await expect(menu).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(menu).toBeVisible();
});

test('Escape closes the search from its field, whatever stands in it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Search/ }).click();
  const field = page.getByRole('searchbox');
  await field.fill('token');
  await field.press('Escape');
  await expect(field).toBeHidden();
});

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });

  test('radios and boxes are in the page’s own colours, chosen and not', async ({ page }) => {
    await page.goto('/checker/');
    // A switch is drawn by itself.
    const colours = await page
      .locator(':not(.fd-switch) > input:is([type="radio"], [type="checkbox"]):visible')
      .evaluateAll((inputs: HTMLInputElement[]) => {
        const probe = document.body.appendChild(document.createElement('i'));
        const colourOf = (name: string) => {
          probe.style.color = `var(${name})`;
          return getComputedStyle(probe).color;
        };
        const own = [colourOf('--surface'), colourOf('--link'), colourOf('--primary')];
        return inputs.map((input) => {
          const { appearance, backgroundColor } = getComputedStyle(input);
          return [
            appearance,
            input.checked ? own.indexOf(backgroundColor) > 0 : own[0] === backgroundColor,
          ];
        });
      });
    expect(colours.length).toBeGreaterThan(4);
    expect(colours).toEqual(colours.map(() => ['none', true]));
  });
});
