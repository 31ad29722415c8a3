import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

async function open(page: Page, fragment = ''): Promise<void> {
  await page.goto(`/choose/${fragment}`);
  await expect(page.locator('.ch[data-ready]')).toBeVisible();
}

const choose = (page: Page, label: string): Promise<void> =>
  page.locator('.ch-choices a', { hasText: label }).click();
const title = (page: Page, words: string) => page.getByRole('heading', { level: 2, name: words });

const answers = [
  ['An app or a script', 'For whom does it act?'],
  ['For each person who uses it', 'Can each person open a sign-in page once?'],
  ['Yes, in a browser', 'Where does the code run?'],
  ['In the browser', 'Who may use it?'],
  ['Others too', 'When does it need a token?'],
  ['People stay signed in', 'What will it call?'],
] as const;
const answerTitle = 'Authorization code with PKCE, without a secret';

/** The address of that answer, for a page that calls RingOut and the call log. */
const answerLink =
  '#what=app&for=each&page=yes&runs=browser&who=others&stay=signed-in&calls=call-log,ringout';

const showAnswer = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'Show the answer' }).click();
const fold = (page: Page, words: string) =>
  page.locator('.ch-fold').filter({ has: page.getByText(words, { exact: true }) });

/** How far an element reaches below the window; 0 where all of it is in view. */
const below = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .evaluate((element) =>
      Math.max(0, element.getBoundingClientRect().bottom - document.documentElement.clientHeight),
    );

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

for (const [name, width] of [
  ['wide', 1440],
  ['narrow', 320],
] as const) {
  // Narrow in the long run: that each page is right at 320 px is looked at every day.
  const daily = width === 1440 ? ['@daily'] : [];
  test.describe(`the chooser, ${name}`, () => {
    test.use({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });

    test(
      'question by question to the answer, by mouse, axe before and after',
      { tag: daily },
      async ({ page }) => {
        await open(page);
        await expectNoViolations(page);
        for (const [label, next] of answers) {
          await choose(page, label);
          await expect(title(page, next)).toBeFocused();
        }
        await page.getByRole('checkbox', { name: /^Call log/ }).check();
        await page.getByRole('checkbox', { name: /^RingOut/ }).check();
        await expectNoViolations(page);
        await showAnswer(page);
        await expect(title(page, answerTitle)).toBeFocused();
        await expectNoViolations(page);
        const answer = page.locator('.ch-outcome');
        await expect(answer).toContainText('Public: any RingCentral customer');
        await expect(answer).toContainText('Client-side web app');
        await expect(answer).toContainText(/Scopes\s*ReadAccounts\s*ReadCallLog\s*RingOut/);
        await expect(answer).toContainText('Set Issue refresh tokens to Yes by hand.');
        await expect(answer.locator('.ch-out')).toBeHidden();
        await fold(page, 'Ruled out').click();
        await expect(answer.locator('.ch-out > li').nth(0)).toContainText(
          'RingCentral ended the password flow for every app on 31 March 2024.',
        );
        await expect(answer.locator('.ch-out > li').nth(1)).toContainText('Implicit');
        await expectNoViolations(page);
        await expect(page).toHaveTitle(
          /^Authorization code with PKCE, without a secret · Choose a flow/,
        );
        await expectNoSidewaysScroll(page);
      },
    );

    test('the same by keyboard alone: Tab to a choice, Enter, and the next title has the focus', async ({
      page,
    }) => {
      /** Tabs on to what says that. */
      const tabTo = async (words: string): Promise<void> => {
        for (let step = 0; step < 40; step += 1) {
          await page.keyboard.press('Tab');
          const at = await page.evaluate(() => {
            const here = document.activeElement;
            return (here?.closest('label') ?? here)?.textContent ?? '';
          });
          if (at.includes(words)) return;
        }
        throw new Error(`No way to ${words}`);
      };
      await open(page);
      await title(page, 'What are you building?').focus();
      for (const [label, next] of answers) {
        await tabTo(label);
        await page.keyboard.press('Enter');
        await expect(title(page, next)).toBeFocused();
      }
      await tabTo('RingOut');
      await page.keyboard.press('Space');
      await tabTo('Show the answer');
      await page.keyboard.press('Enter');
      await expect(title(page, answerTitle)).toBeFocused();
      // The URI is the first field behind the actions.
      const field = page.getByLabel('Your redirect URI');
      for (let step = 0; step < 12; step += 1) {
        await page.keyboard.press('Tab');
        if (await field.evaluate((element) => element === document.activeElement)) break;
      }
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('https://app.example.com/cb');
      await expect(page.locator('.ch-outcome ol')).toContainText('https://app.example.com/cb');
      await tabTo('Ruled out');
      await page.keyboard.press('Enter');
      await expect(page.locator('.ch-out')).toBeVisible();
    });
  });
}

test.describe('the answer on one screen', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test(
    'is whole in the window: answers, flow, actions, app, next steps, and what is folded',
    { tag: '@daily' },
    async ({ page }) => {
      await open(page, answerLink);
      await expect(title(page, answerTitle)).toBeInViewport({ ratio: 1 });
      for (const name of ['Run it in the sandbox: Authorization code with PKCE']) {
        await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
      }
      for (const name of ['Create this app at RingCentral', 'Read the guide']) {
        await expect(page.getByRole('link', { name })).toBeInViewport({ ratio: 1 });
      }
      await expect(page.locator('.ch-outcome ol > li')).toHaveCount(4);
      expect(await below(page, '.ch-outcome')).toBe(0);
      for (const folded of ['Why', 'Look out for', 'Ruled out', 'Every path']) {
        await expect(fold(page, folded)).toHaveAttribute('aria-expanded', 'false');
        await expect(fold(page, folded)).toBeInViewport({ ratio: 1 });
      }
    },
  );

  for (const [what, rest] of [
    ['a server', 'for=each&page=yes&runs=server&who=others&stay=nobody&calls=sms,ringout'],
    ['an extension', 'for=each&page=yes&runs=extension&who=company&stay=used&calls=contacts'],
    ['a phone', 'for=each&page=yes&runs=phone&who=company&stay=signed-in&calls=sms,messages,team'],
    ['a job', 'for=one&runs=server&calls=call-log,recordings'],
    ['many customers', 'for=customers&admin=yes&calls=none&brand=verizon'],
  ] as const) {
    test(`of ${what} is whole too`, async ({ page }) => {
      await open(page, `#what=app&${rest}`);
      await expect(page.locator('.ch-outcome ol > li')).toHaveCount(4);
      expect(await below(page, '.ch-outcome')).toBe(0);
    });
  }
});

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });
  test('axe finds nothing in the answer, folded and not, nor in the question of calls', async ({
    page,
  }) => {
    await open(page, answerLink);
    await expectNoViolations(page);
    await fold(page, 'Look out for').click();
    await fold(page, 'Every path').click();
    await expectNoViolations(page);
    await page.getByLabel('Your redirect URI').fill('nowhere');
    await expectNoViolations(page);
    await page.getByRole('link', { name: /^Calls call log, RingOut/ }).click();
    await expect(title(page, 'What will it call?')).toBeFocused();
    await expectNoViolations(page);
  });
});

test('at 320 pixels the answers are one button, and the primary button stays in view', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, answerLink);
  const run = page.getByRole('button', { name: /^Run it in the sandbox/ });
  await expect(run).toBeInViewport({ ratio: 1 });
  await page.locator('.ch-behind').scrollIntoViewIfNeeded();
  await expect(run).toBeInViewport({ ratio: 1 });
  const chip = page.getByRole('link', { name: /^Runs in the browser/ });
  await expect(chip).toBeHidden();
  await page.getByRole('button', { name: /^7 answers .* and 4 more/ }).click();
  await chip.click();
  await expect(title(page, 'Where does the code run?')).toBeFocused();
  await expectNoSidewaysScroll(page);
});

test('a typed redirect URI and name go into the link, the checker and the sandbox app, and stay', async ({
  page,
  request,
}) => {
  await open(page, answerLink);
  await expect(page.getByLabel('Your redirect URI')).toHaveValue('http://localhost:5173/callback');
  await page.getByLabel('Your redirect URI').fill('https://shop.example/cb');
  await page.getByLabel('Name', { exact: true }).fill('Shop');
  await page.reload();
  await expect(page.locator('.ch[data-ready]')).toBeVisible();
  await expect(page.getByLabel('Your redirect URI')).toHaveValue('https://shop.example/cb');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Shop');
  const link = page.getByRole('link', { name: 'Create this app at RingCentral' });
  await expect(link).toHaveAttribute(
    'href',
    /\?name=Shop&.*redirectUri=https%3A%2F%2Fshop\.example%2Fcb$/,
  );
  await expect(page.getByRole('link', { name: 'Open in the checker' })).toHaveAttribute(
    'href',
    /uri=https%3A%2F%2Fshop\.example%2Fcb&scopes=ReadAccounts%2CReadCallLog%2CRingOut&name=Shop/,
  );
  await page.getByRole('button', { name: /^Run it in the sandbox/ }).click();
  await expect(page).toHaveURL(/\/playground\/#flow=auth-code-pkce&app=/);
  const clientId = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('app') ?? '';
  const app = await (await request.get(`/sandbox/api/apps/${clientId}`)).json();
  expect(app).toMatchObject({
    name: 'Shop',
    scopes: ['ReadAccounts', 'ReadCallLog', 'RingOut'],
  });
  expect(app.redirectUris).toContain('https://shop.example/cb');
});

test('a redirect URI that no portal takes is named beside the field, and nothing is lost', async ({
  page,
}) => {
  await open(page, answerLink);
  const field = page.getByLabel('Your redirect URI');
  await field.fill('http://app.example.com/*');
  await expect(field).toHaveAccessibleDescription(/no wildcard/);
  await expect(page.getByRole('button', { name: /^Run it in the sandbox/ })).toBeDisabled();
  await expect(page.getByRole('link', { name: /^Create/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Read the guide' })).toBeVisible();
  await expectNoViolations(page);
  await page.reload();
  await expect(field).toHaveValue('http://app.example.com/*');
  await page.getByRole('link', { name: /^Who others too/ }).click();
  await choose(page, 'My company');
  await expect(field).toHaveValue('http://app.example.com/*');
  await field.fill('');
  await field.blur();
  await expect(field).toHaveValue('http://localhost:5173/callback');
  await expect(page.getByRole('link', { name: 'Create this app at RingCentral' })).toBeVisible();
});

test('the hint is of the proposed redirect URI alone, and a typed one that stays is told', async ({
  page,
}) => {
  await open(page, answerLink);
  const field = page.getByLabel('Your redirect URI');
  await expect(field).toHaveAccessibleDescription(/port of Vite/);
  await field.fill('https://shop.example/cb');
  await expect(field).toHaveAccessibleDescription('');
  await page.getByRole('link', { name: /^Runs in the browser/ }).click();
  await choose(page, 'On a phone');
  await expect(field).toHaveValue('https://shop.example/cb');
  await expect(field).toHaveAccessibleDescription(
    /is from your earlier answers.*com\.example\.app:\/oauth2callback/,
  );
  await expect(page.locator('.ch-outcome')).not.toContainText('call in JavaScript');
  // One that is kept where it cannot be: what is wrong with it, and what is usual.
  await field.fill('com.example.shop:/cb');
  await page.getByRole('link', { name: /^Runs on a phone/ }).click();
  await choose(page, 'On a server');
  await expect(field).toHaveValue('com.example.shop:/cb');
  await expect(field).toHaveAccessibleDescription(
    /com\.example\.shop:, is for mobile and desktop apps/,
  );
  await expect(field).toHaveAccessibleDescription(/is from your earlier answers.*localhost:5000/);
  await field.fill('nowhere');
  await expect(field).not.toHaveAccessibleDescription(/is from your earlier answers/);
  await expect(page.locator('.ch-outcome')).not.toContainText('The link fills the form.');
});

test('beside each question stands what it can still be, and nothing moves', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, '');
  const beside = page.getByRole('complementary', { name: 'Where the questions lead' });
  await expect(beside).toContainText('Client credentials');
  // No flow stands there without a reason.
  await expect(beside).toContainText('With PKCE the same flow has two more parameters');
  await choose(page, 'An app or a script');
  const question = page.locator('.ch-question');
  const before = await question.boundingBox();
  await expect(beside).toContainText('JWT, 4 kinds of app');
  await choose(page, 'For one fixed user');
  await expect(beside).toContainText('Somebody would have to sign in on a page');
  await expect(beside).toContainText('JWT, on your server and never in the client');
  const { x, width } = (await question.boundingBox()) ?? {};
  expect([x, width]).toEqual([before?.x, before?.width]);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(beside).toBeHidden();
});

test('a browser extension is an answer of its own', async ({ page }) => {
  await open(page, '#what=app&for=each&page=yes');
  await choose(page, 'In a browser extension');
  await choose(page, 'My company');
  await choose(page, 'Only while it is used');
  await showAnswer(page);
  await expect(page.getByLabel('Your redirect URI')).toHaveValue(
    /^https:\/\/[a-p]{32}\.chromiumapp\.org\/$/,
  );
  await expect(page.locator('.ch-outcome')).toContainText('https://<id>.chromiumapp.org/');
});

test('back and forth by the browser and by Change loses no answer', async ({ page }) => {
  await open(page);
  for (const [label] of answers) await choose(page, label);
  await showAnswer(page);
  await page.getByRole('link', { name: /^Acts for each person who uses it/ }).click();
  await expect(title(page, 'For whom does it act?')).toBeFocused();
  await expect(page.locator('.ch-choices a[data-kept]')).toContainText('For each person');
  await choose(page, 'For one fixed user');
  await expect(title(page, 'JWT, on your server and never in the client')).toBeVisible();
  await page.goBack();
  await expect(title(page, 'For whom does it act?')).toBeVisible();
  await choose(page, 'For each person who uses it');
  await expect(title(page, 'Authorization code with PKCE, without a secret')).toBeVisible();
  await page.reload();
  await expect(title(page, 'Authorization code with PKCE, without a secret')).toBeVisible();
});

test('a link opens at its answer, and the brand changes the host', async ({ page }) => {
  await open(page, '#what=app&for=one&runs=server');
  await expect(title(page, 'JWT')).toBeVisible();
  await page.getByLabel('Accounts of').focus();
  await page.getByLabel('Accounts of').selectOption('AT&T Office@Hand');
  await expect(page.locator('.ch-brand')).toContainText('platform.ringcentral.biz');
  await fold(page, 'Look out for').click();
  await expect(page.locator('#ch-mind')).toContainText('platform.ringcentral.biz');
  await expect(page).toHaveURL(/brand=att/);
});

test('a phone has one app a platform', async ({ page }) => {
  await open(page, '#what=app&for=each&page=yes&runs=phone&who=company&stay=used');
  await page.getByText('Android mobile app').first().click();
  await expect(page.getByRole('link', { name: 'Create this app at RingCentral' })).toHaveAttribute(
    'href',
    /type=MobileAndroid/,
  );
});

for (const [what, fragment, words] of [
  ['damaged', '#what=app&for=robots', 'for=robots'],
  ['of a later version', '#v=2&what=app', 'later version'],
  ['huge', `#what=${'x'.repeat(21_000)}`, 'characters'],
  ['with markup in it', '#what=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', 'what=<img'],
] as const) {
  test(`a link ${what} is told, and the questions go on`, async ({ page }) => {
    await open(page, fragment);
    await expect(page.locator('.ch-note[data-problem]')).toContainText(words);
    await expect(page.locator('.ch-choices a')).not.toHaveCount(0);
    await expectNoViolations(page);
  });
}

test('the answer opens in the checker with the same settings, and the flow is allowed there', async ({
  page,
}) => {
  await open(page, '#what=app&for=customers&admin=yes&brand=verizon');
  await page.getByRole('link', { name: 'Open in the checker' }).click();
  await expect(page.locator('.ck[data-ready]')).toBeVisible();
  await expect(page.locator('#ck-verdicts')).toHaveText(
    'Public, Server-side web app (most common)',
  );
  await expect(page.locator('.ck-row[data-flow="auth-code-pkce"] .ck-word')).toHaveText('Warning');
  await page.locator('.ck-fold > summary').first().click();
  await expect(page.getByLabel('Brand of the accounts')).toHaveValue('verizon');
});

test('the answer runs in the sandbox, as an app with the recommended settings', async ({
  page,
  request,
}) => {
  await open(page, '#what=app&for=one&runs=server');
  await page.getByRole('button', { name: 'Run it in the sandbox: JWT' }).click();
  await expect(page).toHaveURL(/\/playground\/#flow=jwt&app=/);
  const clientId = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('app') ?? '';
  const app = await (await request.get(`/sandbox/api/apps/${clientId}`)).json();
  expect(app).toMatchObject({ portal: 'current', audience: 'private', methods: ['jwt'] });
});

test('a password flow that stopped working leads to the move, then to JWT or PKCE', async ({
  page,
}) => {
  await page.goto('/choose/');
  // Before it is alive, an answer is a link, and no focus is moved.
  await expect(page.locator('.ch[data-ready]')).toBeVisible();
  await page.getByRole('link', { name: /^My password flow stopped working/ }).click();
  await expect(page.getByRole('heading', { name: 'The password flow has ended' })).toBeFocused();
  const answer = page.locator('.ch-outcome');
  await expect(answer.getByRole('link', { name: 'Move off the password flow' })).toHaveAttribute(
    'href',
    '/guides/move-off-the-password-flow/',
  );
  await answer.getByRole('link', { name: 'No, it acts for one fixed user: JWT' }).click();
  await expect(page.getByRole('heading', { name: 'Where does the code run?' })).toBeFocused();
  await expect(page).toHaveURL(/#what=app&for=one$/);
});

for (const [what, fragment, links] of [
  [
    'a server',
    '#what=app&for=each&page=yes&runs=server&who=company&stay=used&calls=none',
    ['/flows/auth-code-pkce/', '/quick-start/authorization-flow/node/'],
  ],
  ['a page', answerLink, ['/flows/auth-code-pkce/', '/flows/auth-code-pkce/#on-the-wire']],
  [
    'a job',
    '#what=app&for=one&runs=server&calls=none',
    ['/flows/jwt/', '/quick-start/password-flow/node/'],
  ],
] as const) {
  test(`every page that the answer for ${what} leads to stands`, async ({ page, request }) => {
    await open(page, fragment);
    const hrefs = await page
      .locator('.ch-outcome a[href^="/"]')
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
    expect(hrefs).toEqual(
      expect.arrayContaining([...links, '/guides/from-sandbox-to-ringcentral/#before-production']),
    );
    for (const href of hrefs) {
      const [path = '', id = ''] = href.split('#');
      const answer = await request.get(path);
      expect(answer.status(), href).toBe(200);
      if (id !== '' && !id.includes('=')) expect(await answer.text()).toContain(`id="${id}"`);
    }
  });
}

test('the code of the next steps is in the reader’s language', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('authorization-flows:language', 'php'));
  await open(page, '#what=app&for=one&runs=server&calls=none');
  await expect(page.getByRole('link', { name: 'See the code' })).toHaveAttribute(
    'href',
    '/quick-start/password-flow/php/',
  );
});

test('the next steps lead to RingCentral itself, with the choice made', async ({ page }) => {
  await open(page, answerLink);
  await expect(page.getByRole('link', { name: 'Run it at RingCentral' })).toHaveAttribute(
    'href',
    '/playground/#flow=auth-code-pkce&server=ringcentral',
  );
});

test('on paper: the answer with what is folded, and nothing to press', async ({ page }) => {
  await open(page, answerLink);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.ch-out')).toBeVisible();
  await expect(page.locator('#ch-why')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Run it/ })).toBeHidden();
  await expect(page.locator('.ch-fold').first()).toBeHidden();
});

test('the overview asks the first question, and each answer leads on', async ({ page }) => {
  await page.goto('/');
  const first = page.locator('.first');
  await expect(first).toContainText('What are you building?');
  await first.getByRole('link', { name: /An app or a script/ }).click();
  await expect(title(page, 'For whom does it act?')).toBeVisible();
  await page.goto('/');
  await first.getByRole('link', { name: /I have an app already/ }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Which flows may my app use?' }),
  ).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the overview leads to the chooser, and the chooser has every path as text', async ({
    page,
  }) => {
    await page.goto('/');
    await page
      .locator('.first')
      .getByRole('link', { name: /An app or a script/ })
      .click();
    await expect(page).toHaveURL(/\/choose\/#what=app$/);
    await expect(page.locator('.paths > li')).toHaveCount(15);
    await expect(page.locator('.paths > li').first()).toBeVisible();
    await expect(page.locator('.paths')).toContainText('JWT, one credential from each customer');
  });
});
