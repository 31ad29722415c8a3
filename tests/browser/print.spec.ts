import { PlaygroundPage } from './support/playground.ts';
import { expect, test } from './support/test.ts';

test('a playground on paper is what it stands at: lines, answer and values, nothing to press', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open('/flows/auth-code-pkce/');
  await playground.button('Make the three').click();
  await expect(playground.value('code_verifier')).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

  await expect(playground.value('code_verifier')).toBeVisible();
  await expect(playground.root.getByRole('region', { name: 'Sandbox clock' })).toBeHidden();
  await expect(playground.root.getByRole('region', { name: 'Break it on purpose' })).toBeHidden();
  const pressed = await playground.root
    .locator('button, kbd, a.pg-button')
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility() && !element.closest('ol'))
        .map(({ outerHTML }) => outerHTML),
    );
  expect(pressed).toEqual([]);
  // A browser leaves backgrounds out unless it is told, and a wire is one.
  const wire = playground.root.locator('.pg-wire').first();
  expect(await wire.evaluate((element) => getComputedStyle(element).printColorAdjust)).toBe(
    'exact',
  );
  // Paper is white, whatever the screen is.
  for (const name of ['--surface', '--canvas', '--page']) {
    const value = (property: string) =>
      getComputedStyle(document.documentElement).getPropertyValue(property);
    expect(await page.evaluate(value, name), name).toMatch(/^#(fff){1,2}$/);
  }
});
