import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './support/axe.ts';
import type { Mode, Place } from './support/playground.ts';
import { PlaygroundPage, press } from './support/playground.ts';
import { expect, test } from './support/test.ts';

type Hand = 'mouse' | 'keyboard';

const places: Place[] = ['/playground/', '/flows/auth-code-pkce/'];
const modes: Mode[] = ['popup', 'same-page'];
const hosts = ['localhost', '127.0.0.1'];
const widths = [1440, 390];
const hands: Hand[] = ['mouse', 'keyboard'];

const act = (hand: Hand, page: Page, target: Locator): Promise<void> =>
  hand === 'mouse' ? target.click() : press(page, target);

async function passesAxeInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectNoViolations(page);
  }
}

/** Signs in and allows on the sandbox's own pages. */
async function allow(hand: Hand, page: Page): Promise<void> {
  for (const name of ['Sign in', 'Allow']) {
    // The window closes at the second press, maybe before it is over.
    await act(hand, page, page.getByRole('button', { name, exact: true })).catch(
      (error: unknown) => {
        if (!page.isClosed()) throw error;
      },
    );
  }
}

async function choose(hand: Hand, page: Page, radio: Locator): Promise<void> {
  if (await radio.isChecked()) return;
  if (hand === 'mouse') {
    await radio.check();
    return;
  }
  // A radio group is one stop for Tab; the arrows move within.
  await press(page, page.locator('input[type=radio]:checked'));
  await page.keyboard.press('ArrowDown');
  await expect(radio).toBeChecked();
}

for (const place of places) {
  for (const mode of modes) {
    for (const host of hosts) {
      for (const width of widths) {
        for (const hand of hands) {
          // A mouse on a wide localhost every day; host, hand and width beside them in the long run.
          const isWide = host === 'localhost' && hand === 'mouse' && width === 1440;
          const tag = isWide && mode === 'popup' && place === '/playground/' ? ['@daily'] : [];
          test(
            `${place} ${mode} ${host} ${width} px by ${hand}`,
            { tag },
            async ({ page, server }) => {
              await page.setViewportSize({ width, height: 900 });
              const playground = new PlaygroundPage(page);
              const { card } = playground;
              const button = (name: string) => playground.button(name);
              // What axe sees depends on neither the hand, the host, nor where the sign-in was.
              const looks = hand === 'mouse' && host === 'localhost' && mode === 'popup';
              // A bound against hanging: axe reads the long guide four times.
              if (looks) test.slow();
              await playground.open(`http://${host}:${server.port}${place}`);
              if (looks) await passesAxeInBothThemes(page);

              await act(hand, page, button('Make the three'));
              await expect(card.getByRole('region', { name: 'Made' })).toBeVisible();
              await act(hand, page, button('See the sign-in request'));
              await playground.atStep(2, 'Send the user to the authorization server');
              await expect(playground.title).toBeFocused();
              const label = mode === 'popup' ? 'In a separate window' : 'On this page';
              await choose(hand, page, card.getByLabel(label));

              if (mode === 'popup') {
                const window = await playground.openWindow(() =>
                  act(hand, page, button('Go to the sign-in')),
                );
                const closed = window.waitForEvent('close');
                await allow(hand, window);
                await closed;
              } else {
                await act(hand, page, button('Go to the sign-in'));
                await page.waitForURL(/\/restapi\/oauth\/authorize/);
                await allow(hand, page);
                await page.waitForURL(`http://${host}:${server.port}${place}`);
              }

              await playground.atStep(4, 'Come back with a code');
              await expect(playground.title).toBeFocused();
              await expect(playground.spoken).toHaveText('Back from the sign-in with a code.');
              await act(hand, page, button('Exchange the code'));
              await playground.atStep(5, 'Exchange the code for tokens');
              await act(hand, page, button('Send'));
              await expect(playground.answer).toContainText('200 OK');
              await act(hand, page, button('Call the API'));
              await act(hand, page, button('Send'));
              // The API answers with the token just issued, for the extension that signed in.
              await expect(playground.answer).toContainText('200 OK');
              await expect(playground.answer).toContainText('"extensionNumber": "101"');
              await act(hand, page, button('Refresh'));
              await act(hand, page, button('Send'));
              await expect(playground.answer).toContainText('200 OK');
              await act(hand, page, button('Revoke'));
              await act(hand, page, button('Send'));
              await expect(playground.answer).toContainText('200 OK');
              await expect(card.getByText('This was the last step.')).toBeVisible();

              await expect(page).toHaveURL(`http://${host}:${server.port}${place}`);
              if (looks) await passesAxeInBothThemes(page);
            },
          );
        }
      }
    }
  }
}
