import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const widths = [
  ['wide', 1440],
  ['narrow', 320],
] as const;

async function open(page: Page, fragment = ''): Promise<void> {
  await page.goto(`/checker/${fragment}`);
  await expect(page.locator('.ck[data-ready]')).toBeVisible();
}

const row = (page: Page, flow: string): Locator => page.locator(`.ck-row[data-flow="${flow}"]`);

/** The one line of a verdict: today's word, and what the settings say where that is another. */
const word = (page: Page, flow: string): Locator => row(page, flow).locator('.ck-word');
/** The button that opens a row. */
const opener = (page: Page, flow: string): Locator => row(page, flow).locator('h3 button');
/** The words of one part of an open verdict, by the part's own name. */
const part = (page: Page, flow: string, name: string): Locator =>
  row(page, flow).locator('.ck-four > div', { hasText: name }).first().locator('dd');
/** One of a few choices side by side, by the name of the group. */
const segment = (page: Page, group: string, choice: string | RegExp): Locator =>
  page
    .getByRole('radiogroup', { name: group, exact: true })
    .locator('label')
    .filter({ hasText: choice });
const checked = (page: Page, group: string, choice: string | RegExp): Locator =>
  page.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name: choice });
const fold = (page: Page, words: string): Locator =>
  page.locator('.ck-fold > summary').filter({ hasText: words });

const classicPhone =
  '#v=1&page=classic&audience=private&type=MobileIOS&refresh=yes&uri=https%3A%2F%2Fa.example%2Fcb';

for (const [name, width] of widths) {
  // Narrow in the long run: that each page is right at 320 px is looked at every day.
  const daily = width === 1440 ? ['@daily'] : [];
  test.describe(`the checker, ${name}`, () => {
    test.use({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });

    test(
      'verdicts follow the form, by mouse, and axe finds nothing before and after',
      { tag: daily },
      async ({ page }) => {
        await open(page);
        await expectNoViolations(page);
        await expect(word(page, 'auth-code-pkce')).toHaveText('Allowed');
        await expect(page.locator('.ck-headline')).toHaveText('Use code with PKCE');
        await segment(page, 'Portal', 'Classic').click();
        await page.getByRole('combobox', { name: 'Platform type' }).selectOption('ServerOther');
        await expect(word(page, 'auth-code')).toHaveText('Refused');
        await expect(word(page, 'password')).toHaveText('Refused today · settings allow it');
        await opener(page, 'password').click();
        await expect(part(page, 'password', 'At RingCentral today')).toHaveText('Refused');
        await expect(part(page, 'password', 'By these settings')).toHaveText('Allowed');
        await expect(part(page, 'password', 'In the sandbox')).toHaveText('Runs');
        await segment(page, 'Who may use it?', 'Public').click();
        await expect(part(page, 'password', 'By these settings')).toHaveText('Refused');
        await expect(word(page, 'password')).toHaveText('Refused');
        await expect(page).toHaveTitle(/^Public, Server-only \(No UI\) · Checker/);
        await expect(row(page, 'password').locator('.ck-error')).toHaveText(
          /400\s*unauthorized_client\s*OAU-251\s*Unauthorized for this grant type/,
        );
        await expectNoViolations(page);
      },
    );

    test('everything by keyboard alone: settings, reasons, the change, undo', async ({ page }) => {
      await open(page);
      await checked(page, 'Portal', /^Current/).focus();
      await page.keyboard.press('ArrowRight');
      await expect(checked(page, 'Portal', 'Classic')).toBeChecked();
      await page.keyboard.press('ArrowLeft');
      const open_ = row(page, 'refresh-token').getByRole('button', {
        name: 'Refresh token',
        exact: true,
      });
      await open_.focus();
      await page.keyboard.press('Enter');
      await expect(
        row(page, 'refresh-token').getByText('Set “Issue refresh tokens” to Yes.'),
      ).toBeVisible();
      await expect(row(page, 'refresh-token').getByText('Edit the app.')).toBeVisible();
      await row(page, 'refresh-token')
        .getByRole('button', { name: 'Change it in the form' })
        .focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('switch')).toBeChecked();
      await expect(word(page, 'refresh-token')).toHaveText('Allowed');
      await expect(page.locator('.ck-notice')).toBeFocused();
      await expect(page.locator('.ck-notice')).toContainText('Issue refresh tokens: now on.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('switch')).not.toBeChecked();
      await expectNoViolations(page);
    });

    test('a redirect URI that nobody can register is said beside its field', async ({ page }) => {
      await open(page, classicPhone);
      await page.getByRole('button', { name: 'Add another' }).click();
      await expect(page.getByLabel('Redirect URI 2', { exact: true })).toBeFocused();
      await page.keyboard.type('com.example.app:/done#x');
      await expect(page.getByLabel('Redirect URI 2', { exact: true })).toHaveAccessibleDescription(
        /fragment/,
      );
      const tryIt = row(page, 'auth-code-pkce').getByRole('button', { name: /^Try it/ });
      await expect(tryIt).toBeDisabled();
      await expect(word(page, 'auth-code-pkce')).toHaveText('Allowed');
      await page.getByRole('button', { name: 'Remove redirect URI 2' }).click();
      await expect(tryIt).toBeEnabled();
    });
  });
}

test.describe('settings in and out', () => {
  test(
    'a new-app link fills the form, what it left open is told, and Undo brings the form back',
    { tag: '@daily' },
    async ({ page }) => {
      await open(page, classicPhone);
      await page
        .getByLabel(/Have a new-app link/)
        .fill(
          'https://developer.ringcentral.com/new-app?name=Job&grant-type=jwt&permissions=ReadAccounts&colour=red',
        );
      await page.keyboard.press('Enter');
      await expect(
        page.getByRole('heading', { level: 2, name: 'Private, JWT auth flow' }),
      ).toBeVisible();
      await expect(page.locator('.ck-notice')).toContainText('colour');
      await expect(page.locator('.ck-notice > .pg-verdict-warning')).toBeVisible();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(
        page.getByRole('heading', { level: 2, name: 'Private, Mobile (iOS)' }),
      ).toBeVisible();
    },
  );

  test('the exports are read again, and the new-app link says what it cannot set', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page);
    await page.getByRole('switch').check();
    await fold(page, 'Take them with you').click();
    for (const kind of ['As a link', 'As JSON']) {
      await page.getByRole('button', { name: kind }).click();
      await page.getByRole('button', { name: 'Copy', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      await page.getByRole('button', { name: 'Reset' }).click();
      await expect(page.getByRole('switch')).not.toBeChecked();
      await page.getByLabel(/Have a new-app link/).fill(text);
      await page.getByRole('button', { name: 'Fill in the form' }).click();
      await expect(page.getByRole('switch')).toBeChecked();
      await page.getByRole('button', { name: kind }).click();
    }
    await page.getByRole('button', { name: 'New-app link' }).click();
    await expect(page.locator('.ck-by-hand')).toContainText('Issue refresh tokens: Yes');
    await expect(page.getByRole('link', { name: 'Open at RingCentral' })).toHaveAttribute(
      'href',
      /^https:\/\/developer\.ringcentral\.com\/new-app\?/,
    );
  });

  test('what is said twice is heard twice', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page);
    // What a screen reader is told: each text that comes into the live region.
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const region = document.querySelector('.ck [aria-live]') as HTMLElement;
      new MutationObserver(() => {
        if (region.textContent) heard.push(region.textContent);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    });
    const heard = () => page.evaluate(() => Reflect.get(window, 'heard') as string[]);
    const copy = page.locator('.ck-head .pg-copy-text').getByRole('button');
    await copy.click();
    await expect.poll(heard).toEqual(['Copied.']);
    await copy.click();
    await expect.poll(heard).toEqual(['Copied.', 'Copied.']);
  });

  for (const [what, text, reason] of [
    ['damaged JSON', '{"name":', 'cannot be read as JSON'],
    [
      'JSON of no portal',
      '{"name":"x","portal":"classic","audience":"private","redirectUris":[],"scopes":[]}',
      'platformType',
    ],
    ['markup', '<img src=x onerror=alert(1)>', 'no new-app link'],
    ['another address', 'https://example.com/new-app?type=ServerWeb', 'example.com'],
    ['a huge text', `{"name":"${'x'.repeat(70_000)}"}`, 'characters'],
    ['a link of a later version', '/checker/#v=7&page=classic', 'later version'],
  ] as const) {
    test(`${what} is refused plainly and leaves the form alone`, async ({ page }) => {
      await open(page, classicPhone);
      await page.getByLabel(/Have a new-app link/).fill(text);
      await page.getByRole('button', { name: 'Fill in the form' }).click();
      await expect(page.locator('.ck-notice')).toContainText('The form is unchanged.');
      await expect(page.locator('.ck-notice')).toContainText(reason);
      await expect(
        page.getByRole('heading', { level: 2, name: 'Private, Mobile (iOS)' }),
      ).toBeVisible();
    });
  }

  for (const [what, fragment] of [
    ['from a later version', '#v=2&page=classic'],
    ['huge', `#v=1&name=${'x'.repeat(70_000)}`],
  ] as const) {
    test(`an address ${what} is told, and the page stays usable`, async ({ page }) => {
      await open(page, fragment);
      await expect(page.locator('.ck-notice')).toContainText(
        'This page cannot read the settings in this link.',
      );
      await page.getByRole('switch').check();
      await expect(word(page, 'refresh-token')).toHaveText('Allowed');
      await expectNoViolations(page);
    });
  }

  test('an address with one damaged part fills in the rest, and names the part', async ({
    page,
  }) => {
    await open(page, '#v=1&page=classic&audience=public&type=MobileIOS&scopes=ReadAll&name=%E2%82');
    const notice = page.locator('.ck-notice');
    await expect(notice).toContainText('except what is named here');
    await expect(notice).toContainText('name: its percent-encoding is damaged.');
    await expect(notice).toContainText('ReadAll');
    await expect(
      page.getByRole('heading', { level: 2, name: 'Public, Mobile (iOS)' }),
    ).toBeVisible();
    await expectNoViolations(page);
  });

  test('the address carries the settings, and a reload keeps a half-typed field', async ({
    page,
  }) => {
    await open(page);
    await segment(page, 'Who may use it?', 'Public').click();
    await expect(page).toHaveURL(/audience=public/);
    await page.getByLabel('Redirect URI 1', { exact: true }).fill('half');
    await page.reload();
    await expect(page.locator('.ck[data-ready]')).toBeVisible();
    await expect(page.getByLabel('Redirect URI 1', { exact: true })).toHaveValue('half');
    await expect(checked(page, 'Who may use it?', 'Public')).toBeChecked();
  });
});

test.describe('a page that the reader cannot see', () => {
  test('has both answers where the portals differ', async ({ page }) => {
    await open(page);
    await segment(page, 'Portal', 'Not sure').click();
    await page.getByLabel('Where does its code run?').selectOption('ServerOther');
    await expect(word(page, 'jwt')).toHaveText(['Allowed', 'Refused']);
    await expect(row(page, 'jwt').locator('.ck-why')).toHaveText([/^Current: /, /^Classic: /]);
    await expect(word(page, 'client-credentials')).toHaveCount(1);
    await opener(page, 'jwt').click();
    await expect(row(page, 'jwt').locator('.ck-four')).toHaveCount(2);
    await expectNoViolations(page);
  });
});

test.describe('the matrix', () => {
  test(
    'a mark loads its settings, the row is lit, and Undo brings the form back',
    { tag: '@daily' },
    async ({ page }) => {
      await open(page);
      const matrix = page.getByRole('region', { name: 'Every setting at a glance' });
      await matrix.getByText('Classic', { exact: true }).click();
      await expect(matrix.getByText('140 cells, each run')).toBeVisible();
      await matrix
        .getByRole('button', { name: /^Password, public, Mobile \(iOS\): Refused/ })
        .first()
        .click();
      await expect(
        page.getByRole('heading', { level: 2, name: 'Public, Mobile (iOS)' }),
      ).toBeVisible();
      await expect(matrix.locator('tr[data-own]')).toHaveCount(1);
      await expect(matrix.locator('tr[data-own] th')).toContainText('Mobile (iOS)');
      await matrix.getByRole('button', { name: 'Undo' }).click();
      await expect(
        page.getByRole('heading', { level: 2, name: /Private, Server-side web app/ }),
      ).toBeVisible();
    },
  );

  test('the switch to today refuses password and implicit in every cell', async ({ page }) => {
    await open(page);
    const matrix = page.getByRole('region', { name: 'Every setting at a glance' });
    await matrix.getByText('Classic', { exact: true }).click();
    await matrix.getByText('Today', { exact: true }).click();
    await expect(matrix.getByRole('button', { name: /^Password, .*Refused/ })).toHaveCount(20);
    await expect(matrix.getByRole('button', { name: /^Implicit, .*Refused/ })).toHaveCount(20);
  });

  test('asleep, it answers the first press in it', async ({ page }) => {
    // A page that never has nothing to do.
    await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
    await open(page);
    const matrix = page.getByRole('region', { name: 'Every setting at a glance' });
    await matrix
      .getByRole('button', { name: /^JWT, public, / })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 2, name: /^Public, / })).toBeVisible();
    await expect(matrix.locator('.ck-notice')).toContainText('Loaded: ');
    await open(page, classicPhone);
    await page.reload();
    await expect(page.locator('.ck[data-ready]')).toBeVisible();
    // What it was built as is another portal: it is the reader's own at once.
    await expect(matrix.locator('tr[data-own] th')).toContainText('Mobile (iOS)');
  });

  test('its marks are one tab stop, and arrow keys move between them', async ({ page }) => {
    await open(page);
    const table = page.locator('.ck-table');
    await expect(table.locator('button[tabindex="0"]')).toHaveCount(1);
    await table.locator('button[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(table.locator('[data-at="1-1"]')).toBeFocused();
    await page.keyboard.press('End');
    await expect(table.locator('[data-at="1-13"]')).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('heading', { level: 2, name: /^Private, Client-side web app/ }),
    ).toBeVisible();
  });

  test('every set of methods is a press away', async ({ page }) => {
    await open(page);
    await expect(page.getByText('112 cells of 378, each run')).toBeVisible();
    await page.getByRole('button', { name: 'Show apps with several methods (19)' }).click();
    await expect(page.getByText('378 cells, each run')).toBeVisible();
    await expectNoViolations(page);
  });

  test('is a list at 320 pixels, and its marks load as well', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    await open(page, classicPhone);
    await expect(page.locator('.ck-table')).toBeHidden();
    const list = page.locator('.ck-list');
    await list.getByText('Server/Web', { exact: true }).click();
    await list.getByRole('button', { name: /^Password, public, Server\/Web: Refused/ }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Public, Server/Web' })).toBeVisible();
    await expectNoViolations(page);
  });
});

for (const width of [320, 390]) {
  test(`the bar stays in view at ${width}, leads to the verdicts, and back to the settings`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await open(page);
    const bar = page.locator('.ck-bar');
    await expect(bar).toHaveText(/2 allowed · 5 refused/, { useInnerText: true });
    expect((await bar.boundingBox())?.height).toBeLessThan(60);
    await expect(bar).toBeInViewport({ ratio: 1 });
    await page.getByRole('switch').scrollIntoViewIfNeeded();
    await expect(bar).toBeInViewport({ ratio: 1 });
    await bar.getByRole('button', { name: 'Verdicts' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#ck-verdicts')).toBeFocused();
    await expect(page.locator('#ck-verdicts')).toBeInViewport();
    await expect(word(page, 'auth-code-pkce')).toBeInViewport();
    await bar.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { name: 'Your app’s settings' })).toBeFocused();
    await expect(page.getByRole('heading', { name: 'Your app’s settings' })).toBeInViewport();
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0);
  });
}

test('what would change a verdict comes into view above the bar at 320 pixels', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  const action = row(page, 'jwt').getByRole('button', { name: /^What would change it/ });
  // The row as the last one above the bar: all that it opens to is below.
  await action.evaluate((button) => button.scrollIntoView({ block: 'end' }));
  await expect(part(page, 'jwt', 'At RingCentral today')).toBeHidden();
  await action.click();
  await expect(part(page, 'jwt', 'At RingCentral today')).toBeInViewport({ ratio: 1 });
  await expect(opener(page, 'jwt')).toBeInViewport({ ratio: 1 });
  await expect(action).toBeFocused();
  /** Whether the header or the bar lies on it. */
  const isCovered = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => {
      const { left, top, height } = element.getBoundingClientRect();
      const found = document.elementFromPoint(left + 20, top + height / 2);
      return !found || !(element.contains(found) || found.contains(element));
    });
  for (const target of [opener(page, 'jwt'), part(page, 'jwt', 'At RingCentral today')]) {
    expect(await isCovered(target)).toBe(false);
  }
});

test.describe('one line a verdict', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  for (const [what, fragment] of [
    ['of the example', ''],
    ['of a classic phone app, where two parts differ', classicPhone],
    [
      'of a page with refresh tokens',
      '#v=1&page=current&audience=public&methods=three-legged&type=BrowserBased&refresh=yes&uri=https%3A%2F%2Fa.example%2Fcb',
    ],
    ['where a part of the link is named', `${classicPhone}&scopes=ReadAll&colour=red`],
  ] as const) {
    test(
      `seven rows ${what} are whole in the window, with the answer above them`,
      { tag: fragment === '' ? ['@daily'] : [] },
      async ({ page }) => {
        await open(page, fragment);
        await expect(page.locator('.ck-headline')).toBeInViewport({ ratio: 1 });
        await expect(page.locator('.ck-headline + p')).toContainText(
          /of seven flows works? with these settings today: /,
        );
        await expect(page.locator('.ck-line')).toHaveCount(7);
        for (const line of await page.locator('.ck-line').all()) {
          await expect(line).toBeInViewport({ ratio: 1 });
        }
        await expect(page.locator('.ck-details[data-open]')).toHaveCount(0);
      },
    );
  }

  test('on a phone, what would change it is in view where it was asked for', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page);
    await row(page, 'jwt')
      .getByRole('button', { name: /^What would change it/ })
      .click();
    const change = row(page, 'jwt').locator('.ck-changes');
    await expect(change).toBeInViewport({ ratio: 1 });
    await expect(row(page, 'jwt').getByText('Smallest change')).toBeInViewport({ ratio: 1 });
  });

  test('a row opens by a press anywhere in its line, and its action is its own', async ({
    page,
  }) => {
    await open(page);
    await row(page, 'jwt')
      .locator('.ck-line')
      .click({ position: { x: 400, y: 22 } });
    await expect(opener(page, 'jwt')).toHaveAttribute('aria-expanded', 'true');
    await expect(row(page, 'jwt').getByText('Smallest change')).toBeVisible();
    await opener(page, 'jwt').click();
    await expect(row(page, 'jwt').getByText('Smallest change')).toBeHidden();
    await row(page, 'jwt')
      .getByRole('button', { name: /^What would change it/ })
      .click();
    await expect(row(page, 'jwt').getByText('Smallest change')).toBeVisible();
    await expectNoViolations(page);
    await row(page, 'password')
      .getByRole('link', { name: /^Move off it/ })
      .click();
    await expect(page).toHaveURL(/\/guides\/move-off-the-password-flow\/$/);
  });
});

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });
  test('axe finds nothing in open rows, nor in the folds of the form', async ({ page }) => {
    await open(page, `${classicPhone}&open=password`);
    for (const flow of ['auth-code-pkce', 'implicit', 'jwt']) await opener(page, flow).click();
    await fold(page, 'Account facts').click();
    await fold(page, 'Take them with you').click();
    await expect(page.getByLabel('Brand of the accounts')).toBeVisible();
    await expectNoViolations(page);
    await segment(page, 'Portal', 'Not sure').click();
    await expectNoViolations(page);
  });
});

test.describe('nothing moves while the page comes alive', () => {
  for (const [what, fragment] of [
    ['the example', ''],
    ['a link', classicPhone],
    ['a link with an open row', `${classicPhone}&open=password`],
    ['a link with an unreadable part', `${classicPhone}&scopes=ReadAll`],
  ] as const) {
    for (const width of [1280, 320]) {
      test(`${what}, ${width} px wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: 720 });
        await page.addInitScript(() => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
              if (!shift.hadRecentInput) sum += shift.value;
            }
            Object.assign(window, { sum });
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await open(page, fragment);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        // Two frames: what shifted in the first is told in the second.
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        const sum = await page.evaluate(() => Number(Reflect.get(window, 'sum') ?? 0));
        expect(sum).toBeLessThanOrEqual(0.05);
      });
    }
  }
});

test('Try it opens the same settings in the playground, as an app of the sandbox, the same one in each tab', async ({
  page,
  context,
  request,
}) => {
  const tryIn = async (tab: Page): Promise<string> => {
    await open(tab, classicPhone);
    await opener(tab, 'password').click();
    await row(tab, 'password').getByRole('button', { name: 'Run it as it was: Password' }).click();
    await expect(tab).toHaveURL(/\/playground\/#flow=password&app=/);
    return new URLSearchParams(new URL(tab.url()).hash.slice(1)).get('app') ?? '';
  };
  const clientId = await tryIn(page);
  expect(await tryIn(await context.newPage())).toBe(clientId);
  const app = await (await request.get(`/sandbox/api/apps/${clientId}`)).json();
  expect(app).toMatchObject({ portal: 'classic', audience: 'private', platformType: 'MobileIOS' });
  expect(app.redirectUris).toContain('https://a.example/cb');
  expect(app.flows.password.bySettings).toBe('allowed');
});

test('Try it says plainly that no sandbox answers, and the verdicts go on', async ({ page }) => {
  await open(page);
  await page.route('**/sandbox/api/**', (route) => route.fulfill({ status: 200, body: 'a page' }));
  await row(page, 'auth-code-pkce')
    .getByRole('button', { name: /^Try it/ })
    .click();
  await expect(row(page, 'auth-code-pkce')).toContainText('This address has no sandbox');
  await page.getByRole('switch').check();
  await expect(word(page, 'refresh-token')).toHaveText('Allowed');
});

test.describe('a flow that has ended leads out', () => {
  test('the playground names both rules, and its link opens this app’s row in the checker', async ({
    page,
  }) => {
    await page.goto('/playground/#flow=password&app=sandbox-server-web');
    const strip = page.locator('.pg-strip[data-refused]');
    await expect(strip).toContainText(/^\s*No setting brings it back\. .* 31 March 2024 \(X12\)\./);
    await expect(strip).toContainText(/By its settings, sandbox-server-web may not .* \(X2\)\./);
    await expectNoViolations(page);
    await strip.getByRole('link', { name: 'Why, in the checker' }).click();

    await expect(page.locator('.ck[data-ready]')).toBeVisible();
    await expect(
      page.getByRole('heading', { level: 2, name: 'Private, Server/Web' }),
    ).toBeVisible();
    const password = row(page, 'password');
    await expect(opener(page, 'password')).toBeFocused();
    await expect(opener(page, 'password')).toHaveAttribute('aria-expanded', 'true');
    await expect(password).toBeInViewport();
    await expect(password.locator('.ck-reasons')).toContainText(/X12[^]*X2/);
    await expect(password.getByRole('button', { name: 'Change it in the form' })).toHaveCount(0);
    await expectNoViolations(page);

    await password.getByRole('button', { name: 'No, it acts for one fixed user: JWT' }).click();
    await expect(opener(page, 'jwt')).toBeFocused();
    await expect(row(page, 'jwt')).toContainText('Edit the app and choose “JWT auth flow”');
    await expect(row(page, 'jwt')).not.toContainText('Issue refresh tokens: Yes');

    await password.getByRole('link', { name: 'Move off the password flow' }).click();
    await expect(page).toHaveURL(/\/guides\/move-off-the-password-flow\/$/);
  });

  test('where the settings allow it, the playground says that it has ended all the same', async ({
    page,
  }) => {
    await page.goto('/playground/#flow=implicit');
    const strip = page.locator('.pg-strip[data-refused]');
    await expect(strip).toContainText('No setting brings it back.');
    await expect(strip).toContainText('may use this flow, and so it runs in the sandbox');
    await strip.getByRole('link', { name: 'Yes: code with PKCE' }).click();
    // It leads to a flow that runs, with an app that may use it.
    await expect(page.getByRole('combobox', { name: 'Flow' })).toHaveValue('auth-code-pkce');
    await expect(strip).toHaveCount(0);
  });
});

test('on paper: the settings in words, every reason, no form', async ({ page }) => {
  await open(page, classicPhone);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.ck-printed')).toContainText('Private, Mobile (iOS)');
  await expect(page.locator('.ck-form')).toBeHidden();
  await expect(opener(page, 'implicit')).toBeVisible();
  await expect(row(page, 'implicit').locator('.ck-action')).toBeHidden();
  await expect(row(page, 'implicit').locator('.ck-reasons li')).toHaveCount(2);
  await expect(row(page, 'implicit').locator('.ck-reasons li').last()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test(
    'one app is judged, every setting is in the table, and the page says what it would do',
    { tag: '@daily' },
    async ({ page }) => {
      // Chromium under test keeps a noscript as text, so the words are looked for in what was sent.
      const answer = await page.goto('/checker/');
      expect(await answer?.text()).toContain(
        '<p class="ck-noscript">With JavaScript, the verdicts',
      );
      await expect(page.locator('.ck-row')).toHaveCount(7);
      await expect(opener(page, 'password')).toBeVisible();
      await expect(word(page, 'password')).toHaveText('Refused');
      await expect(page.locator('.ck-action button:visible')).toHaveCount(0);
      await expect(page.locator('.ck-table tbody tr')).not.toHaveCount(0);
    },
  );
});
