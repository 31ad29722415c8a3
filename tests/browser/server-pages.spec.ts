import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { button, card, openStep, root } from './support/flow-walk.ts';
import { expect, test } from './support/test.ts';

const panel = (page: Page) => root(page).getByRole('region', { name: 'Server', exact: true });
const pictures = process.env['PICTURES'];

async function look(page: Page, name: string): Promise<void> {
  await expectNoViolations(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test.describe(`a real server, ${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });

      test('its choice, its app, its steps and what is held pass axe, and nothing scrolls sideways', async ({
        page,
        complaints,
      }) => {
        const name = (part: string) => `${part}-${width}-${colorScheme}`;
        await page.goto('/playground/#flow=auth-code&server=ringcentral');
        await expect(panel(page).getByLabel('Client secret')).toBeVisible();
        await look(page, name('app'));
        await panel(page)
          .getByRole('radio', { name: /Your own/ })
          .check();
        await panel(page).getByLabel('Address of the server').fill('http://localhost:65000');
        await look(page, name('own'));
        await panel(page)
          .getByRole('radio', { name: /RingCentral/ })
          .check();
        await panel(page).getByLabel('Client id').fill('an-id-not-a-real-one');
        await panel(page).getByLabel('Client secret').fill('not-a-secret');
        await panel(page)
          .getByRole('button', { name: /^Use this app at / })
          .click();
        await expect(button(page, 'Go to the sign-in')).toBeEnabled();
        await page.getByText('What this tab holds and what left it').click();
        await look(page, name('in-use'));
        await openStep(page, 5);
        await card(page).getByText('Send it from a terminal, and paste the answer').click();
        await look(page, name('step'));
        expect(complaints).toEqual([]);
      });
    });
  }
}
