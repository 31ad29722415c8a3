import type { Locator, Page } from '@playwright/test';
import { button, card, flows, open, openStep, root } from './support/flow-walk.ts';
import { allow } from './support/playground.ts';
import { expect, test } from './support/test.ts';

/** Where a reader's next step is: in the bar that stays, at every step of every flow. */

const sizes = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];
const hands = ['pointer', 'keyboard'] as const;
type Hand = (typeof hands)[number];

const primary = (page: Page): Locator => card(page).locator('.pg-button-primary');
const heading = (page: Page): Locator => card(page).getByRole('heading').first();

/** Whole in the view, and with nothing over it, such as the header or the bar. */
async function expectInSight(target: Locator): Promise<void> {
  await expect(target).toHaveCount(1);
  const inSight = () =>
    target.evaluate((element) => {
      const { top, bottom, left, width, height } = element.getBoundingClientRect();
      const over = document.elementFromPoint(left + width / 2, top + height / 2);
      return top >= 0 && bottom <= window.innerHeight && element.contains(over);
    });
  await expect.poll(inSight).toBe(true);
}

/** Presses the primary button, by its shortcut where the hand is a keyboard's. */
async function go(page: Page, hand: Hand): Promise<void> {
  const button = primary(page);
  if (hand === 'pointer') return button.click();
  // A click waits for that by itself.
  await expect(button).toBeEnabled();
  const keys = await button.getAttribute('aria-keyshortcuts');
  expect(keys).toBeTruthy();
  await page.keyboard.press(keys ?? '');
}

/** Sends by the shortcut, which does nothing before Send can be pressed. */
async function sendByKeys(page: Page): Promise<void> {
  await expect(card(page).locator('[aria-keyshortcuts="Control+Enter"]')).toBeEnabled();
  await page.keyboard.press('Control+Enter');
}

/** The same in the window of a sign-in, whose forms have the focus where it is wanted. */
async function signIn(window: Page, hand: Hand): Promise<void> {
  if (hand === 'pointer') return allow(window);
  for (const name of ['Sign in', 'Allow']) {
    await expect(window.getByRole('button', { name, exact: true })).toBeFocused();
    await window.keyboard.press('Enter').catch((error: unknown) => {
      if (!window.isClosed()) throw error;
    });
  }
}

/** What moved under the reader without their doing, as a browser counts it. */
interface Shifts {
  sum: number;
  /** Of each: how much, and the classes of what moved, from where to where. */
  told: string[];
}

async function watchShifts(page: Page): Promise<() => Promise<Shifts>> {
  await page.addInitScript(() => {
    const shifts: Shifts = { sum: 0, told: [] };
    Reflect.set(window, 'shifts', shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
      })[]) {
        if (entry.hadRecentInput) continue;
        shifts.sum += entry.value;
        const moved = entry.sources.map(({ node, previousRect, currentRect }) => {
          const name = node instanceof Element ? (node.getAttribute('class') ?? node.tagName) : '';
          return `${name} ${Math.round(previousRect.y)} to ${Math.round(currentRect.y)}`;
        });
        shifts.told.push(`${entry.value.toFixed(4)} ${moved.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'shifts') as Shifts);
}

test.describe('the primary button and the heading are in the view, and nothing moves', () => {
  for (const { id, steps } of flows) {
    for (const { width, height } of sizes) {
      for (const hand of hands) {
        const isFirst = id === 'auth-code-pkce' && (width === 320) === (hand === 'pointer');
        const tag = isFirst && (width === 320 || width === 1280) ? ['@daily'] : [];
        test(
          `${id} at ${width} × ${height} by ${hand}`,
          { tag },
          async ({ page, expectedRefusals }) => {
            if (steps.some(({ expects }) => expects)) expectedRefusals.add(400).add(401);
            await page.setViewportSize({ width, height });
            const shifts = await watchShifts(page);
            await open(page, `#flow=${id}`);
            for (let number = 1; number <= steps.length; number += 1) {
              const { kind } = steps[number - 1] ?? {};
              if (kind === 'sign-in') continue;
              await expect(card(page).getByText(`Step ${number} of ${steps.length}`)).toBeVisible();
              await expectInSight(heading(page));
              await expectInSight(primary(page));
              if (kind === 'navigate') {
                const [window] = await Promise.all([page.waitForEvent('popup'), go(page, hand)]);
                await signIn(window, hand);
                continue;
              }
              if (kind !== 'return') {
                await go(page, hand);
                await expect(card(page)).toHaveAttribute('data-answered', 'true');
                await expectInSight(heading(page));
                await expectInSight(primary(page));
              }
              const isEnd = number === steps.length;
              await expect(primary(page)).toHaveText(
                isEnd ? 'Start over' : (steps[number - 1]?.next ?? ''),
              );
              if (!isEnd) await go(page, hand);
            }
            const { sum, told } = await shifts();
            expect(sum, told.join('; ')).toBeLessThanOrEqual(0.05);
          },
        );
      }
    }
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test(
    'a mistake that is pressed shows its strip, and has the focus',
    { tag: '@daily' },
    async ({ page, expectedRefusals }) => {
      expectedRefusals.add(400);
      await open(page, '#flow=jwt');
      await openStep(page, 2);
      const panel = root(page).getByRole('region', { name: 'Break it on purpose' });
      await panel
        .getByRole('button', { name: /^Try|Try$/ })
        .first()
        .click();
      const strip = card(page).getByRole('region', { name: 'Broken on purpose' });
      await expectInSight(strip.getByRole('heading'));
      await expect(strip.getByRole('heading')).toBeFocused();
      await expect(panel.getByText('Ready')).toBeVisible();
      await expectInSight(strip.getByRole('heading'));
      await primary(page).click();
      await expect(primary(page)).toHaveText('Put it right and send');
      await expectInSight(strip.getByRole('heading'));
      await expectInSight(primary(page));
    },
  );

  test('a step that is opened from below takes view and focus to its heading', async ({ page }) => {
    await open(page, '#flow=auth-code-pkce');
    await openStep(page, 7);
    await expectInSight(heading(page));
    await expect(heading(page)).toBeFocused();
    await openStep(page, 3);
    const panel = root(page).getByRole('region', { name: 'Break it on purpose' });
    await panel.getByRole('button', { name: /^Step 5: / }).click();
    await expect(heading(page)).toHaveText('Exchange the code for tokens');
    await expectInSight(heading(page));
    await expect(heading(page)).toBeFocused();
  });
});

const runLink = (page: Page, number: number): Locator =>
  root(page).getByRole('button', { name: new RegExp(`^Run to here.*step ${number}$`) });

/** The rows of the diagram that offer to run the flow to them, by number. */
const offered = async (page: Page): Promise<number[]> => {
  const links = root(page)
    .getByRole('list', { name: 'Steps of the flow' })
    .getByRole('button', { name: /^Run to here/ });
  return (await links.allTextContents()).map((words) => Number(/\d+$/.exec(words)?.[0]));
};

test.describe('the diagram runs the flow to a later step', () => {
  for (const { width, height } of sizes) {
    test(`by pointer at ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const shifts = await watchShifts(page);
      await open(page, '#flow=auth-code-pkce');
      expect(await offered(page)).toEqual([4, 5, 6, 7, 8]);
      const link = runLink(page, 7);
      await link.scrollIntoViewIfNeeded();
      await expectInSight(link);
      await link.click();
      await expect(card(page).getByText(/^Step 7 of 8/)).toBeVisible();
      await expectInSight(heading(page));
      await expect(heading(page)).toBeFocused();
      await expect(primary(page)).toHaveText('Send');
      await expectInSight(primary(page));
      expect(await offered(page)).toEqual([]);
      await primary(page).click();
      await expect(primary(page)).toHaveText('Revoke');
      const { sum, told } = await shifts();
      expect(sum, told.join('; ')).toBeLessThanOrEqual(0.05);
    });
  }

  test('by keyboard, from the row that the arrows reach', async ({ page }) => {
    await open(page, '#flow=jwt');
    expect(await offered(page)).toEqual([3, 4, 5]);
    await root(page)
      .getByRole('button', { name: /^Step 1,/ })
      .focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Tab'])
      await page.keyboard.press(key);
    await expect(runLink(page, 4)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(card(page).getByText(/^Step 4 of 5/)).toBeVisible();
    await expect(heading(page)).toBeFocused();
    await expect(primary(page)).toHaveText('Send');
    await sendByKeys(page);
    await expect(primary(page)).toHaveText('Revoke');
  });
});

test('after a press of the keyboard the focus is on the way on, and never on Start over', async ({
  page,
}) => {
  await open(page, '#flow=jwt');
  await primary(page).focus();
  const last = 5;
  for (let number = 1; number <= last; number += 1) {
    await primary(page).focus();
    await page.keyboard.press('Enter');
    await expect(card(page)).toHaveAttribute('data-answered', 'true');
    if (number === last) break;
    await expect(primary(page)).toHaveAttribute('aria-keyshortcuts', 'Control+ArrowRight');
    await expect(primary(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(heading(page)).toBeFocused();
  }
  await expect(primary(page)).toHaveText('Start over');
  await expect(primary(page)).not.toBeFocused();
});

test('a flow that has ended and is refused leads out of it', async ({ page, expectedRefusals }) => {
  expectedRefusals.add(400);
  await open(page, '#flow=password&app=sandbox-current-web');
  for (const words of ['Fill in extension 101', 'Exchange them for tokens', 'Send']) {
    await expect(primary(page)).toHaveText(words);
    await primary(page).click();
  }
  await expect(card(page)).toContainText('No setting brings it back at RingCentral.');
  await expect(primary(page)).toHaveText('Move off the password flow');
  await primary(page).click();
  await expect(page).toHaveURL(/\/guides\/move-off-the-password-flow\/$/);
});

test(
  'back from a sign-in on this page, where to sign in is still in sight',
  { tag: '@whole-browser' },
  async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await open(page, '#flow=auth-code-pkce');
    await primary(page).click();
    await expect(primary(page)).toHaveText('See the sign-in request');
    await primary(page).click();
    await card(page).getByLabel('On this page').check();
    await primary(page).click();
    await page.waitForURL(/\/restapi\/oauth\/authorize/);
    await page.evaluate(() => history.back());
    await expect(root(page)).toContainText('You came back without an answer from the server.');
    await expectInSight(card(page).getByText('In a separate window'));
    await card(page).getByLabel('In a separate window').check();
    await expectInSight(primary(page));
  },
);

test('Control with Enter and with the arrow work from everywhere but a field', async ({ page }) => {
  await open(page, '#flow=jwt');
  // Nothing has the focus.
  await sendByKeys(page);
  await expect(primary(page)).toHaveText('Exchange it for tokens');
  const here = (number: number) => card(page).getByText(`Step ${number} of 5`);
  await page.keyboard.press('Control+ArrowRight');
  await expect(here(2)).toBeVisible();
  // In the diagram.
  await root(page)
    .getByRole('button', { name: /^Step 2,/ })
    .focus();
  await sendByKeys(page);
  await expect(primary(page)).toHaveText('Call the API');
  // In a field the arrow goes to the next word.
  await card(page).getByRole('button', { name: 'Edit and send again' }).click();
  await expect(heading(page)).toBeFocused();
  await card(page).getByLabel('assertion', { exact: true }).focus();
  await page.keyboard.press('Control+ArrowRight');
  await expect(here(2)).toBeVisible();
  await root(page)
    .getByRole('button', { name: /^Step 2,/ })
    .focus();
  await page.keyboard.press('Control+ArrowRight');
  await expect(here(3)).toBeVisible();
  await expect(heading(page)).toBeFocused();
});

test('a row opens at a press or with the focus, and says what it means', async ({ page }) => {
  await open(page, '#flow=auth-code-pkce');
  await openStep(page, 5);
  const meaning = card(page).getByText('It must equal step 2, character for character');
  await expect(meaning).toBeHidden();
  await card(page).getByLabel('redirect_uri', { exact: true }).focus();
  await expect(meaning).toBeVisible();
  await card(page).getByText('grant_type', { exact: true }).click();
  await expect(card(page).getByText('Which grant this request uses')).toBeVisible();
  await expect(meaning).toBeHidden();
});

test('an app of the reader’s own: its name, its address and its permissions are those of the run', async ({
  page,
  control,
  server,
}) => {
  const own = 'https://app.example.com/oauth2callback';
  const here = `http://localhost:${server.port}/callback/`;
  const made = (await control('POST', 'apps', {
    name: 'Mine',
    portal: 'classic',
    audience: 'private',
    platformType: 'BrowserBased',
    issueRefreshTokens: true,
    redirectUris: [here, own],
    scopes: ['ReadAccounts', 'ReadCallLog'],
  })) as { clientId: string };
  await open(page, `#flow=auth-code-pkce&app=${made.clientId}`);
  await openStep(page, 2);
  await expect(card(page).getByLabel('redirect_uri', { exact: true })).toHaveValue(here);
  await expect(card(page).getByText('This run comes back to this page')).toContainText(own);
  await expect(root(page).getByText(`as Mine ${made.clientId}`)).toBeVisible();
  await button(page, 'Put in scope').click();
  await expect(card(page).getByLabel('scope', { exact: true })).toHaveValue(
    'ReadAccounts ReadCallLog',
  );
});

test('a mistake: a wrong guess is called wrong, and putting it right says what it did', async ({
  page,
  expectedRefusals,
}) => {
  expectedRefusals.add(400);
  await open(page, '#flow=auth-code-pkce&mistake=verifier-wrong');
  const strip = card(page).getByRole('region', { name: 'Broken on purpose' });
  const runToHere = button(page, 'Run to here');
  await expect(strip.getByRole('button', { name: 'Get them' })).toBeVisible();
  await expect(runToHere, 'one notice asks for it').toBeHidden();
  await expect(card(page).locator('kbd'), 'no hint for what is disabled').toBeHidden();
  await strip.getByRole('button', { name: 'Get them' }).click();
  await strip.getByLabel('200, it works').check();
  await expect(root(page).getByText('Ready', { exact: true })).toBeVisible();
  await sendByKeys(page);
  await expect(strip.getByText('Not your guess')).toBeVisible();
  await expect(primary(page)).toHaveText('Put it right and send');
  await expect(card(page).locator('kbd')).toHaveText('Ctrl →');
  await heading(page).focus();
  await page.keyboard.press('Control+ArrowRight');
  await expect(
    card(page).getByText('The code was spent, so extension 101 signed in again for a new one.'),
  ).toBeVisible();
  await expect(primary(page)).toHaveText('Call the API');
});

test('a flow without a sign-in runs by itself, and nobody is said to allow it', async ({
  page,
}) => {
  await open(page, '#flow=password');
  await openStep(page, 3);
  await expect(card(page).getByText(/They can run by themselves\.$/)).toBeVisible();
  await open(page, '#flow=auth-code-pkce');
  await openStep(page, 2);
  await expect(card(page).getByText(/It can run by itself\.$/)).toBeVisible();
  await openStep(page, 5);
  await expect(card(page).getByText('extension 101 signs in and allows.')).toBeVisible();
});
