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
  ['People stay signed in', 'Authorization code with PKCE, without a secret'],
] as const;

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
        await expectNoViolations(page);
        const answer = page.locator('.ch-outcome');
        await expect(answer).toContainText('Public: any RingCentral customer');
        await expect(answer.locator('.ch-app')).toContainText('Client-side web app');
        await expect(answer.locator('.ch-by-hand')).toContainText('Issue refresh tokens: Yes');
        await expect(answer.locator('.ch-out > li').nth(0)).toContainText(
          'RingCentral ended the password flow for every app on 31 March 2024.',
        );
        await expect(answer.locator('.ch-out > li').nth(1)).toContainText('Implicit');
        await expect(page).toHaveTitle(
          /^Authorization code with PKCE, without a secret · Choose a flow/,
        );
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      },
    );

    test('the same by keyboard alone: Tab to a choice, Enter, and the next title has the focus', async ({
      page,
    }) => {
      await open(page);
      await title(page, 'What are you building?').focus();
      for (const [label, next] of answers) {
        // From the title the choices come next, in order.
        for (let step = 0; step < 6; step += 1) {
          await page.keyboard.press('Tab');
          const at = await page.evaluate(() => document.activeElement?.textContent ?? '');
          if (at.includes(label)) break;
        }
        await page.keyboard.press('Enter');
        await expect(title(page, next)).toBeFocused();
      }
    });
  });
}

test('back and forth by the browser and by Change loses no answer', async ({ page }) => {
  await open(page);
  for (const [label] of answers) await choose(page, label);
  await page.getByRole('link', { name: 'Change: For whom does it act?' }).click();
  await expect(title(page, 'For whom does it act?')).toBeFocused();
  await expect(page.locator('.ch-choices a[data-kept]')).toContainText('For each person');
  await choose(page, 'For one fixed user');
  await expect(title(page, 'JWT, on a server of yours and never in the client')).toBeVisible();
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
  await page.getByLabel('The accounts are of').focus();
  await page.getByLabel('The accounts are of').selectOption('AT&T Office@Hand');
  await expect(page.locator('.ch-brand')).toContainText('https://platform.ringcentral.biz');
  await expect(page.locator('.ch-outcome')).toContainText('platform.ringcentral.biz');
  await expect(page).toHaveURL(/brand=att/);
  await expect(page.getByLabel('The accounts are of')).toBeFocused();
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
  ['huge', `#what=${'x'.repeat(5000)}`, 'characters'],
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
  await expect(page.locator('.ck-row[data-flow="auth-code-pkce"] .ck-four dd').nth(1)).toHaveText(
    'Allowed, with a warning',
  );
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

test('every guide that an answer links to stands', async ({ page, request }) => {
  await open(page, '#what=app&for=each&page=yes&runs=server&who=company&stay=used');
  const guide = page.getByRole('link', { name: /^Read the guide/ });
  await expect(guide).toBeVisible();
  expect((await request.get((await guide.getAttribute('href')) ?? '')).status()).toBe(200);
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
    await expect(page.locator('.paths > li')).toHaveCount(14);
    await expect(page.locator('.paths')).toContainText('JWT, one credential from each customer');
  });
});
