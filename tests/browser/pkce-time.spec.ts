import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { PlaygroundPage, allow } from './support/playground.ts';
import { expect, test } from './support/test.ts';

const tokenPath = '/restapi/oauth/token';

type Control = (method: string, path: string, body: unknown) => Promise<unknown>;

/**
 * The page's clock stands still until the test moves it, and the sandbox's with it, unless the code
 * has to live there while axe or a busy machine takes its time.
 */
async function stopClock(
  page: Page,
  control: Control,
): Promise<(seconds: number, where?: 'page alone') => Promise<void>> {
  const start = Date.now();
  await page.clock.setFixedTime(start);
  return async (seconds, where) => {
    if (where === undefined) await control('PUT', 'clock', { offsetSeconds: seconds });
    await page.clock.setFixedTime(start + seconds * 1000);
  };
}

test('"Take your time" gives codes ten minutes, before one is asked for', async ({
  page,
  control,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toAuthorize();
  await expect(playground.card).toContainText('The code that comes back lasts 60 s.');
  await playground.button('Take your time: make it 10 minutes').click();
  await expect(playground.card).toContainText('The code that comes back lasts 10 minutes.');
  await expect(playground.spoken).toHaveText('Codes now last ten minutes for this app.');
  await playground.signIn();
  await expect(playground.answer).toContainText('expires_in=600');
  await playground.button('Exchange the code').click();
  await control('PUT', 'clock', { offsetSeconds: 500 });
  await playground.send(tokenPath);
  await expect(playground.answer).toContainText('200 OK');
});

test('the countdown is silent until 20 s; then Extend gives five minutes', async ({
  page,
  control,
}) => {
  const pass = await stopClock(page, control);
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toToken();
  await playground.spoken.evaluate((region) => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    new MutationObserver(() => region.textContent && heard.push(region.textContent)).observe(
      region,
      { childList: true, subtree: true, characterData: true },
    );
  });
  const heard = (): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'heard'));

  await pass(39, 'page alone');
  await expect(playground.card).toContainText('Code: 21 s left');
  expect(await heard()).toEqual([]);
  await expect(playground.button('Extend by 5 minutes')).toHaveCount(0);

  await pass(40, 'page alone');
  await expect(playground.button('Extend by 5 minutes')).toBeVisible();
  await expect
    .poll(heard)
    .toEqual(['The code expires in 20 seconds. Extend gives it five more minutes.']);
  await playground.button('Extend by 5 minutes').click();
  await expect(playground.spoken).toHaveText('The code works for five more minutes.');
  await expect(playground.card).toContainText('Code: 300 s left');
  // Four minutes on, the code is still traded.
  await pass(40 + 240);
  await playground.send(tokenPath);
  await expect(playground.answer).toContainText('200 OK');
});

test('under reduced motion the countdown steps by ten, and never shows more than is left', async ({
  page,
  control,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const pass = await stopClock(page, control);
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toToken();
  await pass(22);
  await expect(playground.card).toContainText('Code: 30 s left');
  await pass(29);
  await expect(playground.card).toContainText('Code: 30 s left');
  await pass(31);
  await expect(playground.card).toContainText('Code: 20 s left');
  await pass(56);
  await expect(playground.card).toContainText('Code: 4 s left');
  await expectNoViolations(page);
});

test('a code that expired in hand: a fresh one in one press, before the refusal or after', async ({
  page,
  control,
}) => {
  const pass = await stopClock(page, control);
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toToken();
  await pass(70);
  await expect(playground.card).toContainText('The code has expired');
  await expect(playground.spoken).toHaveText('The code has expired. Get a fresh code to continue.');
  const window = await playground.openWindow(() => playground.button('Get a fresh code').click());
  await allow(window);
  await playground.atStep(5, 'Exchange the code for tokens');
  await playground.send(tokenPath);
  await expect(playground.answer).toContainText('200 OK');
});
