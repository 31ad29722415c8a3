import type { Request } from '@playwright/test';
import { PlaygroundPage, allow } from './support/playground.ts';
import { expect, test } from './support/test.ts';

const tokenPath = '/restapi/oauth/token';
const authorizePath = '/restapi/oauth/authorize';

const form = (request: Request): URLSearchParams => new URLSearchParams(request.postData() ?? '');

test.describe('what a reader edits goes on the wire as edited', () => {
  test.use({ reducedMotion: 'reduce' });

  test(
    'a verifier with a line break: refused, explained, put right with a fresh code',
    { tag: '@daily' },
    async ({ page, expectedRefusals }) => {
      expectedRefusals.add(400);
      const playground = new PlaygroundPage(page);
      await playground.open('/playground/');
      await playground.toToken();
      const verifier = await playground.field('code_verifier').inputValue();
      await playground.field('code_verifier').fill(`${verifier}\n`);
      await expect(playground.card).toContainText('1 value edited');

      const request = await playground.send(tokenPath);
      expect(request.postData()).toContain(`code_verifier=${verifier}%0A`);
      await expect(playground.answer).toContainText('400 Bad Request');
      await expect(playground.answer).toContainText('SANDBOX-PKCE-');
      await expect(playground.explanation).toContainText(
        'The verifier has a line break at its end',
      );
      await expect(playground.spoken).toHaveText('The verifier has a line break at its end');

      const window = await playground.openWindow(() =>
        playground.button('Remove it and get a fresh code').click(),
      );
      await allow(window);
      await playground.atStep(5, 'Exchange the code for tokens');
      const again = await playground.send(tokenPath);
      expect(form(again).get('code_verifier')).toMatch(/^[\w-]{43}$/);
      expect(form(again).get('code_verifier'), 'one for each request').not.toBe(verifier);
      await expect(playground.answer).toContainText('200 OK');
    },
  );

  test('characters that forms must encode arrive as they were written', async ({
    page,
    expectedRefusals,
  }) => {
    expectedRefusals.add(400);
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toToken();
    const odd = 'a b+c%2F&d=é\u{1F511}"\'$\\';
    await playground.field('code_verifier').fill(odd);
    const request = await playground.send(tokenPath);
    expect(form(request).getAll('code_verifier')).toEqual([odd]);
    await expect(playground.answer).toContainText('400 Bad Request');
  });

  test('a dropped state: a code all the same, and what is missing is said', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toAuthorize();
    await playground.leaveOut('state');
    await expect(playground.card).toContainText('Left out: not sent');
    const window = await playground.openWindow(() =>
      playground.button('Go to the sign-in').click(),
    );
    expect(new URL(window.url()).searchParams.has('state')).toBe(false);
    expect(new URL(window.url()).searchParams.has('code_challenge')).toBe(true);
    await allow(window);
    await playground.atStep(4, 'Come back with a code');
    await expect(playground.answer).toContainText('Not sent');
    await expect(playground.explanation).toContainText('nothing ties the answer to this browser');

    const again = await playground.openWindow(() =>
      playground.button('Put state back and sign in again').click(),
    );
    expect(new URL(again.url()).searchParams.get('state')).toBeTruthy();
    await allow(again);
    await expect(playground.answer).toContainText('Matches');
    await expect(playground.explanation).toHaveCount(0);
  });

  test(
    'a redirect URI that is not registered: an error page, no redirect, told in place',
    { tag: '@daily' },
    async ({ page, expectedRefusals }) => {
      expectedRefusals.add(400);
      const playground = new PlaygroundPage(page);
      await playground.open('/playground/');
      await playground.toAuthorize();
      const right = await playground.field('redirect_uri').inputValue();
      const wrong = right.replace(/\/$/, '');
      await playground.field('redirect_uri').fill(wrong);
      const window = await playground.openWindow(() =>
        playground.button('Go to the sign-in').click(),
      );
      const address = new URL(window.url());
      expect(address.pathname).toBe(authorizePath);
      expect(address.searchParams.get('redirect_uri')).toBe(wrong);
      await expect(window.getByRole('alert')).toBeVisible();

      await playground.atStep(2, 'Send the user to the authorization server');
      await expect(playground.answer).toContainText('400 Bad Request');
      await expect(playground.explanation).toContainText('redirect_uri is not the registered one');
      // The window is open still, so it is the one that goes there.
      await playground.button('Put it right and send').click();
      await window.waitForURL((url) => url.searchParams.get('redirect_uri') === right);
      await allow(window);
      await playground.atStep(4, 'Come back with a code');
    },
  );

  test('a redirect URI that is not the one of step 2: OAU-109', async ({
    page,
    expectedRefusals,
  }) => {
    expectedRefusals.add(400);
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toToken();
    const wrong = (await playground.field('redirect_uri').inputValue()).replace('callback', 'back');
    await playground.field('redirect_uri').fill(wrong);
    const request = await playground.send(tokenPath);
    expect(form(request).get('redirect_uri')).toBe(wrong);
    await expect(playground.answer).toContainText('400 Bad Request');
    await expect(playground.answer).toContainText('OAU-109');
    await expect(playground.explanation).toContainText('redirect_uri is not the one of step 2');
  });

  test('OAU-108: "Get a fresh code" keeps the edits', async ({
    page,
    control,
    expectedRefusals,
  }) => {
    expectedRefusals.add(400);
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toToken();
    await playground.button('Put in access_token_ttl').click();
    await playground.field('access_token_ttl').fill('700');
    const oldCode = await playground.field('code').inputValue();
    await control('PUT', 'clock', { offsetSeconds: 120 });
    await playground.send(tokenPath);
    await expect(playground.answer).toContainText('400 Bad Request');
    await expect(playground.answer).toContainText('OAU-108');
    await expect(playground.explanation).toContainText('The code has expired');

    const window = await playground.openWindow(() => playground.button('Get a fresh code').click());
    await allow(window);
    await playground.atStep(5, 'Exchange the code for tokens');
    await expect(playground.title).toBeFocused();
    const request = await playground.send(tokenPath);
    expect(form(request).get('access_token_ttl')).toBe('700');
    expect(form(request).get('code')).not.toBe(oldCode);
    await expect(playground.answer).toContainText('200 OK');
    await expect(playground.answer).toContainText('"expires_in": 700');
  });

  test('a header that no browser can send is a state of its own', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toToken();
    await playground.send(tokenPath);
    await playground.button('Call the API').click();
    await playground.field('Authorization').fill('Bearer two\nlines');
    await playground.button('Send').click();
    await expect(playground.answer).toContainText('No answer');
    await expect(playground.explanation).toContainText('The Authorization header cannot be sent');
    await playground.button('Restore it and send').click();
    await expect(playground.answer).toContainText('200 OK');
  });

  test('a request that could not leave the browser says what to try', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toToken();
    await page.route(`**${tokenPath}`, (route) => route.abort('aborted'), { times: 1 });
    await playground.send(tokenPath);
    await expect(playground.answer).toContainText('No answer');
    await expect(playground.explanation).toContainText('The request could not leave the browser');
    await expect(playground.explanation).toContainText('try the same curl in a terminal');
    // Nothing was spent: the same code is good once the server is back.
    await playground.send(tokenPath, () =>
      playground.explanation.getByRole('button', { name: 'Send again' }).click(),
    );
    await expect(playground.answer).toContainText('200 OK');
  });

  test('Control and Enter send from where the reader is', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toToken();
    await playground.field('code_verifier').focus();
    await playground.send(tokenPath, () => page.keyboard.press('Control+Enter'));
    await expect(playground.answer).toContainText('200 OK');
  });
});
