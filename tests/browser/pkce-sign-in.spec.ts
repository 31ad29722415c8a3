import { PlaygroundPage, allow, pressThatMayClose } from './support/playground.ts';
import { expect, test } from './support/test.ts';

/** The headless shell keeps no page as it was left. */
const whole = { tag: '@whole-browser' };

const tokenPath = '/restapi/oauth/token';

test.use({ reducedMotion: 'reduce' });

test('a closed window is a hint: the page still waits, and opens it again', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toAuthorize();
  const window = await playground.openWindow(() => playground.button('Go to the sign-in').click());
  await window.close();
  await expect(playground.card).toContainText('Still waiting, but the window looks closed.');
  await expect(playground.spoken).toHaveText('Still waiting, but the sign-in window looks closed.');
  await expect(playground.button('Sign in on this page instead')).toBeVisible();
  const again = await playground.openWindow(() => playground.button('Open it again').click());
  await allow(again);
  await playground.atStep(4, 'Come back with a code');
});

test('"Stop waiting" goes back to the request, which can be sent again', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toAuthorize();
  const window = await playground.openWindow(() => playground.button('Go to the sign-in').click());
  await window.close();
  await playground.button('Stop waiting').click();
  await playground.atStep(2, 'Send the user to the authorization server');
  await expect(playground.title).toBeFocused();
  const again = await playground.openWindow(() => playground.button('Sign in again').click());
  await allow(again);
  await playground.atStep(4, 'Come back with a code');
});

test(
  'a refused consent comes back as access_denied, explained',
  { tag: '@daily' },
  async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toAuthorize();
    const window = await playground.openWindow(() =>
      playground.button('Go to the sign-in').click(),
    );
    await window.getByRole('button', { name: 'Sign in', exact: true }).click();
    await pressThatMayClose(window, window.getByRole('button', { name: 'Deny', exact: true }));
    await playground.atStep(4, 'Come back with a code');
    await expect(playground.answer).toContainText('error=access_denied');
    await expect(playground.answer).toContainText('Matches');
    await expect(playground.explanation).toContainText('The user did not allow it');
    const again = await playground.openWindow(() => playground.button('Sign in again').click());
    await allow(again);
    await expect(playground.answer).toContainText('It represents the sign-in that just happened');
  },
);

test(
  'popups blocked: the sign-in takes this page and says so',
  { tag: '@daily' },
  async ({ page, server }) => {
    await page.addInitScript(() => {
      window.open = () => null;
    });
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toAuthorize();
    await playground.button('Go to the sign-in').click();
    await page.waitForURL(/\/restapi\/oauth\/authorize/);
    await allow(page);
    await page.waitForURL(`http://localhost:${server.port}/playground/`);
    await playground.atStep(4, 'Come back with a code');
    await expect(playground.root).toContainText('Your browser blocked the sign-in window');
  },
);

test('the choice of where to sign in is remembered, the values are not', async ({
  page,
  context,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toAuthorize('same-page');
  const other = new PlaygroundPage(await context.newPage());
  await other.open('/playground/');
  await other.atStep(1, 'Make verifier, challenge and state');
  await other.button('Make the three').click();
  await other.button('See the sign-in request').click();
  await expect(other.card.getByLabel('On this page')).toBeChecked();
});

test('back from the sign-in page without an answer', whole, async ({ page, server }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toAuthorize('same-page');
  await playground.button('Go to the sign-in').click();
  await page.waitForURL(/\/restapi\/oauth\/authorize/);
  await page.evaluate(() => history.back());
  // From the browser's own cache: no page is loaded.
  await expect(page).toHaveURL(`http://localhost:${server.port}/playground/`);
  await playground.atStep(2, 'Send the user to the authorization server');
  await expect(playground.root).toContainText('You came back without an answer from the server.');
  await expect(playground.button('Back to the answer')).toBeHidden();
});

test(
  'back from a page that refused the redirect URI: the step says why',
  whole,
  async ({ page, expectedRefusals }) => {
    expectedRefusals.add(400);
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toAuthorize('same-page');
    const right = await playground.field('redirect_uri').inputValue();
    await playground.field('redirect_uri').fill(right.replace('callback', 'back'));
    await playground.button('Go to the sign-in').click();
    await page.waitForURL(/\/restapi\/oauth\/authorize/);
    await page.evaluate(() => history.back());
    await playground.atStep(2, 'Send the user to the authorization server');
    await expect(playground.explanation).toContainText('redirect_uri is not the registered one');
    await expect(playground.root).not.toContainText('You came back without an answer');
  },
);

test(
  'Back, Forward and Allow: the answer of a sign-in on this page is taken',
  whole,
  async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    const first = await page.evaluate(() => navigation.currentEntry?.index);
    await playground.toAuthorize('same-page');
    await playground.button('Go to the sign-in').click();
    await page.waitForURL(/\/restapi\/oauth\/authorize/);
    await page.evaluate(() => history.back());
    await playground.atStep(2, 'Send the user to the authorization server');
    await page.evaluate(() => history.forward());
    await expect(page).toHaveURL(/\/restapi\/oauth\/authorize/);
    await allow(page);
    await playground.atStep(4, 'Come back with a code');
    await expect(playground.answer).toContainText('Matches');
    await playground.button('Exchange the code').click();
    await playground.send(tokenPath);
    await expect(playground.answer).toContainText('200 OK');
    // The entry from before the sign-in shows what the tab has by now. Between two pages there is none to ask.
    await page.evaluate(() => history.go(-3));
    const entry = () => page.evaluate(() => navigation.currentEntry?.index).catch(() => undefined);
    await expect.poll(entry).toBe(first);
    await playground.atStep(5, 'Exchange the code for tokens');
    await expect(playground.answer).toContainText('200 OK');
  },
);

test(
  'Back after a sign-in on this page is a page of the sandbox, and Forward the playground',
  whole,
  async ({ page, expectedRefusals }) => {
    expectedRefusals.add(400);
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toAuthorize('same-page');
    await playground.button('Go to the sign-in').click();
    // Enter alone signs in and allows.
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    const allowed = page.getByRole('button', { name: 'Allow', exact: true });
    await expect(allowed).toBeFocused();
    // A reload shows the page again, and its form still works.
    await page.reload();
    await allowed.press('Enter');
    await playground.atStep(4, 'Come back with a code');
    // Shown as it was left, from the browser's own cache; the server knows better.
    await page.evaluate(() => history.back());
    await expect(allowed).toBeVisible();
    await page.reload();
    await expect(
      page.getByRole('heading', { name: 'This page of the sign-in is no longer open' }),
    ).toBeVisible();
    await page.evaluate(() => history.forward());
    await playground.atStep(4, 'Come back with a code');
  },
);

test('a reload resumes: step, values, edits and answers', { tag: '@daily' }, async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toToken();
  const code = await playground.field('code').inputValue();
  await playground.button('Put in access_token_ttl').click();
  await playground.field('access_token_ttl').fill('900');
  await page.reload();
  await playground.alive();
  await playground.atStep(5, 'Exchange the code for tokens');
  await expect(playground.field('code')).toHaveValue(code);
  await expect(playground.field('access_token_ttl')).toHaveValue('900');
  await playground.send(tokenPath);
  await expect(playground.answer).toContainText('"expires_in": 900');
  await page.reload();
  await playground.alive();
  await expect(playground.answer).toContainText('"expires_in": 900');
  await expect(playground.value('access_token')).toBeVisible();
});

test('a reload while the window is out still takes its answer', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toAuthorize();
  const window = await playground.openWindow(() => playground.button('Go to the sign-in').click());
  await page.reload();
  await playground.alive();
  await allow(window);
  await playground.atStep(4, 'Come back with a code');
  await expect(playground.answer).toContainText('Matches');
});

test('a reload on the guide resumes what the playground began, in the same tab', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toToken();
  const code = await playground.field('code').inputValue();
  await playground.open('/flows/auth-code-pkce/');
  await playground.atStep(5, 'Exchange the code for tokens');
  await expect(playground.field('code')).toHaveValue(code);
});

test('two tabs do not take each other’s callbacks', async ({ page, context }) => {
  const one = new PlaygroundPage(page);
  const two = new PlaygroundPage(await context.newPage());
  const begin = async (playground: PlaygroundPage) => {
    await playground.open('/playground/');
    await playground.toAuthorize();
    const window = await playground.openWindow(() =>
      playground.button('Go to the sign-in').click(),
    );
    return { window, state: new URL(window.url()).searchParams.get('state') ?? '' };
  };
  const first = await begin(one);
  const second = await begin(two);
  expect(first.state).not.toBe(second.state);
  // The later one answers first, and the first one must go on waiting.
  await allow(second.window);
  await two.atStep(4, 'Come back with a code');
  await expect(two.answer).toContainText(`state=${second.state}`);
  await one.atStep(3, 'Sign in and consent');
  await allow(first.window);
  await one.atStep(4, 'Come back with a code');
  await expect(one.answer).toContainText(`state=${first.state}`);
  await expect(one.answer).toContainText('Matches');
});

test('an answer with another state stops the flow and its code is not used', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toAuthorize();
  const window = await playground.openWindow(() => playground.button('Go to the sign-in').click());
  const closed = window.waitForEvent('close');
  // Not waited for: the page is gone before it has loaded.
  await window.evaluate(() =>
    location.assign('/callback/?code=SANDBOX-CODE-of-somebody-else&state=somebody-elses'),
  );
  await closed;
  await playground.atStep(4, 'Come back with a code');
  await expect(playground.answer).toContainText('Differs');
  await expect(playground.explanation).toContainText(
    'This answer has a state that you did not send',
  );
  await expect(playground.button('Exchange the code')).toHaveCount(0);
  await expect(playground.value('code_verifier')).toBeVisible();
  await expect(playground.value('code').filter({ hasText: 'somebody' })).toHaveCount(0);
});

test(
  'the callback clears the address bar and the history before anything is drawn',
  { tag: '@daily' },
  async ({ page }) => {
    await page.addInitScript(() => {
      requestAnimationFrame(() => Reflect.set(window, 'drawnWith', location.href));
    });
    await page.goto('/callback/?code=SANDBOX-CODE-1&state=x', { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'No page waits for this answer',
      { timeout: 30_000 },
    );
    const drawnWith = () => page.evaluate(() => Reflect.get(window, 'drawnWith') as unknown);
    await expect.poll(drawnWith).toMatch(/\/callback\/$/);
    expect(page.url()).toMatch(/\/callback\/$/);
    await page.goto('/');
    await page.goBack();
    await expect(page).toHaveURL(/\/callback\/$/);
  },
);

test('after the sign-in the focus is on the step, with one polite message', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('/playground/');
  await playground.toAuthorize();
  await playground.spoken.evaluate((region) => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    new MutationObserver(() => region.textContent && heard.push(region.textContent)).observe(
      region,
      { childList: true, subtree: true, characterData: true },
    );
  });
  await playground.signIn();
  await expect(playground.title).toBeFocused();
  await expect(playground.spoken).toHaveText('Back from the sign-in with a code.');
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([
    'The sign-in window is open. The answer arrives here.',
    'Back from the sign-in with a code.',
  ]);
  await expect(page.locator('[aria-live]')).toHaveCount(1);
});

test(
  'no secret is in localStorage, in a cookie or in an address',
  { tag: '@daily' },
  async ({ page, context }) => {
    const addresses: string[] = [];
    context.on('request', (request) => addresses.push(request.url()));
    const playground = new PlaygroundPage(page);
    await playground.open('/playground/');
    await playground.toToken();
    await playground.send(tokenPath);
    await expect(playground.answer).toContainText('200 OK');
    // What the answer changed is written down a moment after it is shown.
    const place = 'authorization-flows:playground:auth-code-pkce';
    await page.waitForFunction(
      (key) => sessionStorage.getItem(key)?.includes('"refresh_token":{"value"'),
      place,
    );
    const [local, session] = await page.evaluate(() => [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
    ]);
    const kept = session ?? '';
    const secrets = ['code_verifier', 'access_token', 'refresh_token', 'code'].map((name) => {
      const value = new RegExp(`"${name}\\\\*":{\\\\*"value\\\\*":\\\\*"([^"\\\\]+)`).exec(
        kept,
      )?.[1];
      expect(value, `${name} is kept in the tab`).toBeTruthy();
      return value ?? '';
    });
    const cookies = JSON.stringify(await context.cookies());
    for (const secret of secrets) {
      expect(local).not.toContain(secret);
      expect(cookies).not.toContain(secret);
    }
    // The code comes by the callback's address, as the protocol has it; nothing else ever does.
    for (const secret of secrets.slice(0, 3)) {
      expect(addresses.filter((address) => address.includes(secret))).toEqual([]);
    }

    await playground.root.getByRole('button', { name: 'Forget all' }).click();
    await playground.atStep(1, 'Make verifier, challenge and state');
    const left = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
    for (const secret of secrets) expect(left).not.toContain(secret);
  },
);
