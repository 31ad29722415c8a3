import type { Locator, Page } from '@playwright/test';
import { presets } from '../../src/sandbox/policy.ts';
import { expectNoViolations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const widths = [
  ['wide', 1440],
  ['narrow', 320],
] as const;

async function open(page: Page, fragment = ''): Promise<void> {
  await page.goto(`/console/${fragment}`);
  await expect(page.locator('.cs[data-ready]')).toBeVisible();
}

const flow = (page: Page, id: string): Locator => page.locator(`.cs-flow[data-flow="${id}"]`);
/** The words of one part of a flow's verdict, by the part's own name. */
const part = (page: Page, id: string, name: string): Locator =>
  flow(page, id).locator('.cs-verdict > div', { hasText: name }).first().locator('dd');
const fact = (page: Page, name: string): Locator =>
  page.locator('.cs-facts > div').filter({ has: page.locator('dt', { hasText: name }) });

/** What the page says in place; the live region says it too. */
const strip = (page: Page, words: string | RegExp): Locator =>
  page.locator('.cs-strip', { hasText: words });

/** The client id that the address names. */
function appIn(page: Page): string {
  return new URLSearchParams(new URL(page.url()).hash.slice(1)).get('app') ?? '';
}

const tokenRequest = (user: string) => ({
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    authorization: `Basic ${btoa('sandbox-server-only:sandbox-server-only-secret')}`,
  },
  data: `grant_type=password&username=%2B18335550100*${user}&password=sandbox-password`,
});

/** Tabs until an element has the focus; fails when it never does. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('The keyboard does not reach it');
}

test.afterEach(async ({ request }) => {
  expect((await request.post('/sandbox/api/reset')).status()).toBe(204);
});

for (const [name, width] of widths) {
  // Narrow in the long run: that each page is right at 320 px is looked at every day.
  const daily = width === 1440 ? ['@daily'] : [];
  test.describe(`the console, ${name}`, () => {
    test.use({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });

    test(
      'an app by mouse: made, refused in its fields, its flows, edited, deleted, brought back',
      { tag: daily },
      async ({ page, expectedRefusals }) => {
        expectedRefusals.add(400);
        await open(page);
        await expectNoViolations(page);
        await page.getByRole('link', { name: 'Create an app' }).first().click();
        await expect(page).toHaveTitle(/^New app · Apps · Console · /);
        await expect(page.getByRole('heading', { name: 'Create an app' })).toBeFocused();
        await page.getByRole('radio', { name: /It has a platform type/ }).check();
        await page.getByRole('combobox', { name: 'Platform type' }).selectOption('ServerOther');
        await page
          .getByRole('textbox', { name: 'Redirect URI 1' })
          .fill('http://app.example/#here');
        await page.getByRole('button', { name: 'Create', exact: true }).click();

        const nameField = page.getByRole('textbox', { name: 'Name', exact: true });
        await expect(nameField).toBeFocused();
        await expect(nameField).toHaveAccessibleDescription(/An app needs a name\./);
        await expect(
          page.getByRole('textbox', { name: 'Redirect URI 1' }),
        ).toHaveAccessibleDescription(/no fragment/);
        await expectNoViolations(page);

        await nameField.fill('Exporter');
        await expect(nameField).not.toHaveAttribute('aria-invalid');
        await page.getByRole('button', { name: 'Remove redirect URI 1' }).click();
        await page.getByRole('button', { name: 'Create', exact: true }).click();
        await expect(page.getByRole('heading', { name: 'Exporter' })).toBeFocused();
        const clientId = appIn(page);
        await expect(page).toHaveTitle(/^Exporter · Apps · Console · /);

        // X2, X3 and X12: what the seed says of an app without a user interface.
        await expect(part(page, 'password', 'At RingCentral today')).toHaveText('Refused');
        await expect(part(page, 'password', 'By these settings')).toHaveText('Allowed');
        await expect(part(page, 'password', 'In the sandbox')).toHaveText('Runs');
        await expect(part(page, 'auth-code', 'By these settings')).toHaveText('Refused');
        await expect(flow(page, 'auth-code')).toContainText('X3. Stated');
        await expect(
          flow(page, 'jwt').getByRole('link', { name: /^See it refused/ }),
        ).toHaveAttribute('href', `/playground/#flow=jwt&app=${clientId}`);
        await expect(page.getByRole('link', { name: /in the checker/ })).toHaveAttribute(
          'href',
          /^\/checker\/#v=1&page=classic.*type=ServerOther/,
        );
        await expectNoViolations(page);

        await page.getByRole('link', { name: 'Edit', exact: true }).click();
        await expect(page.getByText('X5. Stated').first()).toBeVisible();
        await expect(page.getByRole('radio', { name: /^Public/ })).toBeDisabled();
        await nameField.fill('Renamed');
        await page.getByRole('button', { name: 'Save' }).click();
        await expect(page.getByRole('heading', { name: 'Renamed' })).toBeFocused();

        await page.getByRole('button', { name: 'Delete' }).click();
        await expect(strip(page, 'Renamed is deleted')).toBeVisible();
        await expect(page.getByRole('link', { name: /^Renamed/ })).toHaveCount(0);
        await page.getByRole('button', { name: 'Undo' }).click();
        await expect(strip(page, 'Renamed is back under the same id')).toBeVisible();
        await expect(page.getByRole('link', { name: /^Renamed/ })).toContainText(clientId);
        await expectNoViolations(page);
      },
    );

    test('the secret is hidden, shown, copied and regenerated; the old one is refused', async ({
      page,
      context,
      request,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await open(page, '#section=apps&app=sandbox-server-only');
      const secret = fact(page, 'Client secret');
      await expect(secret.locator('code')).toHaveText(/^•+$/);
      await secret.getByRole('button', { name: 'Copy the client secret' }).click();
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await expect.poll(copied).toBe('sandbox-server-only-secret');
      await secret.getByRole('button', { name: 'Show the secret' }).click();
      await expect(secret.locator('code')).toHaveText('sandbox-server-only-secret');

      await secret.getByRole('button', { name: 'Regenerate', exact: true }).click();
      await expect(secret.getByRole('group', { name: /new secret\?/ })).toBeFocused();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await expect(secret.locator('code')).toHaveText('sandbox-server-only-secret');
      await secret.getByRole('button', { name: 'Regenerate', exact: true }).click();
      await secret.getByRole('button', { name: 'Regenerate the secret' }).click();
      await expect(secret.locator('code')).toHaveText(/^[A-Za-z0-9_-]{43}$/);
      const refused = await request.post('/restapi/oauth/token', tokenRequest('101'));
      expect(refused.status()).toBe(400);
      expect(await refused.json()).toMatchObject({ error: 'invalid_client' });

      await page.goto('/console/#section=apps&app=sandbox-browser');
      await expect(fact(page, 'Client secret')).toContainText('This app has none.');
    });

    test(
      'a session appears by itself and is revoked; its token is refused from then on',
      { tag: daily },
      async ({ page, request }) => {
        await open(page, '#section=people');
        await expect(page.getByText('Nobody is signed in.')).toBeVisible();
        const answer = await request.post('/restapi/oauth/token', tokenRequest('101'));
        const { access_token } = (await answer.json()) as { access_token: string };
        const row = page.locator('[data-session]');
        await expect(row).toContainText('Extension 101 in Demo app with no user interface');
        await expectNoViolations(page);
        await row.getByRole('button', { name: /^Revoke the session of extension 101/ }).click();
        await expect(row).toHaveCount(0);
        const call = await request.get('/restapi/v1.0/account/~/extension/~', {
          headers: { authorization: `Bearer ${access_token}` },
        });
        expect(call.status()).toBe(401);
      },
    );

    test('a JWT credential is made, trades for a token, and is revoked', async ({
      page,
      request,
    }) => {
      await open(page, '#section=jwt');
      await page.getByRole('radio', { name: 'Only some' }).check();
      await page.getByRole('button', { name: 'Create the credential' }).click();
      await expect(
        page.locator('.fd-problem', { hasText: 'Choose an app, or permit all' }),
      ).toBeVisible();
      await page.getByRole('checkbox', { name: /^Demo JWT app/ }).check();
      await page.getByText('Claims of your own').click();
      await page.getByRole('textbox', { name: /Claims as JSON/ }).fill('[');
      await page.getByRole('button', { name: 'Create the credential' }).click();
      await expect(page.getByRole('textbox', { name: /Claims as JSON/ })).toBeFocused();
      await expectNoViolations(page);
      await page.getByRole('textbox', { name: /Claims as JSON/ }).fill('');
      const created = page.waitForResponse(
        (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/api/jwt'),
      );
      await page.getByRole('button', { name: 'Create the credential' }).click();
      await expect(page.getByRole('heading', { name: /Copy it now/ })).toBeFocused();
      const { id } = (await (await created).json()) as { id: string };
      const jwt = (await page.getByLabel('The JWT', { exact: true }).textContent()) ?? '';
      const trade = () =>
        request.post('/restapi/oauth/token', {
          headers: { authorization: `Basic ${btoa('sandbox-jwt:sandbox-jwt-secret')}` },
          form: { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: jwt },
        });
      expect((await trade()).status()).toBe(200);
      await expectNoViolations(page);

      // Pages beside this test make credentials of their own at the same server.
      const row = page.locator(`[data-jwt="${id}"]`);
      await row.getByRole('button', { name: /^Revoke the credential of extension 101/ }).click();
      await row.getByRole('button', { name: 'Revoke the credential', exact: true }).click();
      await expect(row).toHaveCount(0);
      expect((await trade()).status()).toBe(400);
      expect(page.url()).not.toContain(jwt.slice(0, 20));
    });

    test(
      'requests arrive live, open to their exchange, wait while paused, and are filtered',
      { tag: daily },
      async ({ page, request }) => {
        await open(page, '#section=requests');
        await expect(page.getByText('Listening.')).toBeVisible();
        await request.post('/restapi/oauth/token', tokenRequest('101'));
        const rows = page.locator('.cs-request');
        await expect(rows).toHaveCount(1);
        await rows.first().getByRole('button').click();
        const asked = page.getByLabel('The request', { exact: true });
        await expect(asked).toContainText('grant_type=password');
        await expect(asked).toContainText('&password=masked-password');
        await expect(page.getByLabel('The answer', { exact: true })).toContainText('HTTP/1.1 200');
        await expect(page.locator('.cs')).not.toContainText('sandbox-server-only-secret');
        await expectNoViolations(page);

        await page.getByRole('button', { name: 'Pause' }).click();
        await request.get('/restapi/v1.0/account/~/extension/~');
        await request.get('/restapi/oauth/authorize?client_id=sandbox-browser');
        await expect(page.getByText('2 requests have arrived since you paused.')).toBeVisible();
        await expect(rows).toHaveCount(1);
        await page.getByRole('button', { name: 'Follow' }).click();
        await expect(rows).toHaveCount(3);
        await page.getByRole('combobox', { name: 'App' }).selectOption('sandbox-browser');
        await expect(rows).toHaveCount(1);
        await expect(rows.first()).toContainText('GET /restapi/oauth/authorize');
        await rows.first().getByRole('button').click();
        await expect(page.getByRole('link', { name: 'Open in the diagnoser' })).toHaveAttribute(
          'href',
          /^\/diagnose\/#event=[0-9a-f-]{36}$/,
        );
        expect(appIn(page)).toBe('sandbox-browser');
      },
    );

    test('the clock goes forward and back, and every page says so meanwhile', async ({
      page,
      context,
      request,
      expectedRefusals,
    }) => {
      expectedRefusals.add(404);
      const elsewhere = await context.newPage();
      await elsewhere.goto('/');
      await open(page, '#section=clock');
      const banner = page.getByText('The sandbox’s clock is 7 days ahead of real time.');
      await expect(banner).toBeHidden();
      await page.getByRole('button', { name: 'Forward 7 days' }).click();
      await expect(banner).toBeVisible();
      await expectNoViolations(page);
      // A page that was open already, one that is opened now, and the sandbox's own.
      await expect(elsewhere.locator('#clock-banner')).toBeVisible();
      for (const path of ['/flows/auth-code-pkce/', '/playground/', '/nothing-here/']) {
        await elsewhere.goto(path);
        await expect(elsewhere.locator('#clock-banner')).toContainText('7 days ahead');
      }
      await elsewhere.goto('/');
      await expectNoViolations(elsewhere);
      const signIn = await request.get('/restapi/oauth/authorize?client_id=nobody');
      expect(await signIn.text()).toContain('7 days ahead of real time');

      await page.getByRole('button', { name: 'Back 1 hour' }).click();
      await expect(page.locator('#clock-banner')).toContainText('6 days 23 hours ahead');
      await page.getByRole('textbox', { name: /By as much/ }).fill('none');
      await page.getByRole('button', { name: 'Forward', exact: true }).click();
      await expect(
        page.locator('.fd-problem', { hasText: 'Type a number above 0.' }),
      ).toBeVisible();

      await elsewhere.locator('#clock-banner').getByRole('button').click();
      await expect(elsewhere.locator('#clock-banner')).toBeHidden();
      await expect(page.locator('#clock-banner')).toBeHidden();
      await expect(page.getByText('At real time.', { exact: true })).toBeVisible();
      const clock = await request.get('/sandbox/api/clock');
      expect(await clock.json()).toEqual({ offsetSeconds: 0 });
    });

    test('presets and fields change what the sandbox does, for all apps and for one', async ({
      page,
      request,
      expectedRefusals,
    }) => {
      expectedRefusals.add(400);
      const policy = async (query = ''): Promise<Record<string, unknown>> =>
        (await (await request.get(`/sandbox/api/policy${query}`)).json()) as Record<
          string,
          unknown
        >;
      await open(page, '#section=policy');
      await page.getByRole('radio', { name: /^Strict/ }).click();
      await expect.poll(async () => (await policy())['errorShape']).toBe('rfc');
      await page.getByText('Advanced: every field').click();
      await expect(page.locator('.cs-policy-field')).toHaveCount(
        Object.keys(presets.strict).length,
      );
      await page.getByRole('combobox', { name: 'PKCE', exact: true }).selectOption('all');
      await expect.poll(async () => (await policy())['pkce']).toBe('all');
      await expect(page.getByText('Strict, changed in PKCE.')).toBeVisible();
      await expectNoViolations(page);
      const life = page.getByRole('spinbutton', { name: 'Lifetime of a code' });
      await life.fill('-5');
      await life.press('Enter');
      await expect(strip(page, 'must be 0 or more')).toBeVisible();
      await expect(life).toHaveValue('60');

      await page.getByRole('combobox', { name: 'For' }).selectOption('sandbox-jwt');
      await expect(page.getByText('This app follows the general policy.')).toBeVisible();
      await page.getByRole('checkbox', { name: 'iss in the redirect' }).click();
      await expect(page.getByText('It overrides: iss in the redirect.')).toBeVisible();
      expect((await policy('?clientId=sandbox-jwt'))['iss']).toBe(false);
      expect((await policy())['iss']).toBe(true);
      await page.getByRole('button', { name: 'Follow the general policy' }).click();
      await expect(page.getByText('This app follows the general policy.')).toBeVisible();
      expect((await policy('?clientId=sandbox-jwt'))['iss']).toBe(true);
    });

    test('everything by keyboard alone: create, revoke, pause, move, choose, reset', async ({
      page,
      request,
    }) => {
      await open(page);
      await tabTo(page, page.getByRole('link', { name: 'Create an app' }).first());
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Create an app' })).toBeFocused();
      await tabTo(page, page.getByRole('textbox', { name: 'Name', exact: true }));
      await page.keyboard.type('By keyboard');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'By keyboard' })).toBeFocused();

      const section = (label: RegExp) =>
        page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: label });
      await request.post('/restapi/oauth/token', tokenRequest('101'));
      await tabTo(page, section(/^Users/), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Live sessions' })).toBeFocused();
      await tabTo(page, page.getByRole('button', { name: /^Revoke the session/ }));
      await page.keyboard.press('Enter');
      await expect(page.getByText('Nobody is signed in.')).toBeVisible();

      await tabTo(page, section(/^Requests/), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Requests' })).toBeFocused();
      await tabTo(page, page.getByRole('button', { name: 'Pause' }));
      await page.keyboard.press('Space');
      await expect(page.getByRole('button', { name: 'Pause' })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      await tabTo(page, page.locator('.cs-request-row').first());
      await page.keyboard.press('Enter');
      await expect(page.getByLabel('The request', { exact: true })).toBeVisible();

      await tabTo(page, section(/^Policy/), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Policy' })).toBeFocused();
      await tabTo(page, page.getByRole('radio', { name: /^RingCentral, classic/ }));
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('radio', { name: /^Strict/ })).toBeChecked();

      await tabTo(page, section(/^Clock/), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await tabTo(page, page.getByRole('button', { name: 'Forward 1 hour' }));
      await page.keyboard.press('Enter');
      await expect(page.locator('#clock-banner')).toBeVisible();

      await tabTo(page, page.getByRole('button', { name: 'Reset the sandbox' }), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('group', { name: /Put everything back/ })).toBeFocused();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(strip(page, 'Everything is as at the start')).toBeVisible();
      await expect(page.locator('#clock-banner')).toBeHidden();
      // What the tab made is offered again.
      await tabTo(page, page.getByRole('button', { name: 'Make it again' }));
      await page.keyboard.press('Enter');
      await expect(strip(page, 'By keyboard: back under the same id and secret')).toBeVisible();
      await expectNoViolations(page);
    });
  });
}

test('a link opens at its place; a damaged one says so; Back and Forward move', async ({
  page,
}) => {
  await open(page, '#section=apps&app=nobody');
  await expect(page.getByRole('heading', { name: 'The sandbox has no such app' })).toBeVisible();
  await page.goto('/console/#section=nowhere');
  await expect(strip(page, 'The console does not know the part')).toBeVisible();
  await page.getByRole('link', { name: /^Policy/ }).click();
  await expect(page).toHaveTitle(/^Policy · Console · /);
  await page.getByRole('link', { name: /^Clock/ }).click();
  await expect(page.getByRole('heading', { name: 'The sandbox’s clock' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Policy' })).toBeFocused();
});

test('two tabs share one stream, and the other goes on when the first is closed', async ({
  page,
  context,
  request,
}) => {
  const streams: string[] = [];
  context.on('request', (one) => {
    if (/\/sandbox\/api\/events(\?|$)/.test(one.url())) streams.push(one.url());
  });
  await open(page, '#section=requests');
  await expect(page.getByText('Listening.')).toBeVisible();
  const second = await context.newPage();
  await open(second, '#section=requests');
  await expect(second.getByText('Listening.')).toBeVisible();
  await request.get('/restapi');
  await expect(second.locator('.cs-request')).toHaveCount(1);
  expect(streams).toHaveLength(1);

  await page.close();
  await expect.poll(() => streams.length).toBe(2);
  expect(streams[1]).toMatch(/lastEventId=\d+$/);
  await request.get('/restapi');
  await expect(second.locator('.cs-request')).toHaveCount(2);
});
