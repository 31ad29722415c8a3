import type { Browser, Locator, Page } from '@playwright/test';
import { freePort } from '../quick-starts/support/free-port.ts';
import { expectNoViolations } from './support/axe.ts';
import { islandsAreAlive } from './support/islands.ts';
import { allow } from './support/playground.ts';
import {
  startProgram,
  stopPrograms,
  unpackProgram,
  watched,
} from './support/quick-start-program.ts';
import { expect, test } from './support/test.ts';

/** The page beside a program that really runs: Node always, and the first other language that is here. */
test('two languages are here to be watched', () => {
  expect(watched, 'Install php, python3 or ruby').toHaveLength(2);
});

test.afterEach(stopPrograms);

const envOf = (page: Page) => page.getByLabel('The .env file', { exact: true }).first().innerText();
const rows = (page: Page) => page.getByLabel('Requests of your program').locator('.qs-row');
const outcome = (page: Page) => page.locator('.qs-outcome');
const sum = (page: Page) => page.getByLabel('So far');
const act = (page: Page, name: string) => page.getByRole('button', { name }).click();

/** Signs in to the program in a window of its own, as its reader does. */
async function signIn(page: Page, program: string) {
  await page.goto(`${program}/login`);
  await allow(page);
  await page.waitForURL(`${program}/`);
}

/** Requests of before, so many: the sandbox's log is full of them. */
async function fillLog(origin: string, clientId: string, count: number) {
  for (let at = 0; at < count; at += 1) {
    const query = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      redirect_uri: 'http://localhost:5000/oauth2callback',
      state: `SANDBOX-state-${at}`,
    });
    await (await fetch(`${origin}/restapi/oauth/authorize?${query}`)).text();
  }
}

/** What a program in another language sends, as far as the page can tell: its client's name. */
const sentBy = (origin: string, agent: string) =>
  fetch(`${origin}/restapi/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa('sandbox-server-web:wrong')}`,
      'user-agent': agent,
    },
    body: new URLSearchParams({ grant_type: 'authorization_code', code: 'SANDBOX-code' }),
  });

test('a part of the page that wakes last shows that the sandbox listens', async ({ page }) => {
  // The file's part has the sandbox's answer before the panel's script is here.
  const answered = page.waitForResponse('**/sandbox/host.json');
  await page.route('**/LivePanel.*.js', async (route) => {
    await answered;
    await expect(page.getByText('is taken?')).toBeVisible();
    await route.continue();
  });
  await page.goto('/quick-start/authorization-flow/node/');
  await islandsAreAlive(page);
  await expect(page.locator('.qs-dot[data-live]').first()).toBeAttached();
});

async function newReader(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

const background = (row: Locator) =>
  row.evaluate((element) => getComputedStyle(element).backgroundColor);

for (const language of watched) {
  test(`${language.slug}: from a full log, every button, no false wrong, and the sum is right`, async ({
    page,
    server,
    browser,
    context,
  }) => {
    // Two programs and two browsers at once, on a small machine.
    test.slow();
    // The server is that of the tests before: what they left is not counted in.
    expect((await fetch(`${server.origin}/sandbox/api/reset`, { method: 'POST' })).status).toBe(
      204,
    );
    await fillLog(server.origin, 'sandbox-server-web', 300);
    await page.setViewportSize({ width: 1440, height: 1000 });
    const opened = Date.now();
    await page.goto(`/quick-start/authorization-flow/${language.slug}/`);
    await expect(page.getByText('Listening. Run')).toBeVisible();
    await expect(page.locator('.qs-dot[data-live]').last()).toBeVisible();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Follow' }).click();
    const usable = Date.now() - opened;
    console.log(`${language.slug}: usable after ${usable} ms, 300 requests in the log`);
    expect(usable).toBeLessThan(20_000);

    // What came before this page is folded, and counts for nothing.
    await expect(page.getByText('300 earlier requests')).toBeVisible();
    await expect(rows(page)).toHaveCount(0);
    await expect(sum(page)).toHaveCount(0);
    await expectNoViolations(page);

    // Nobody is signed in: nothing is done, and it is said beside the button.
    for (const name of ['Make my token expire', 'Revoke behind its back']) {
      await act(page, name);
      await expect(outcome(page)).toContainText('There was no session');
    }

    // Port 5000 may be taken here too: the page moves app and file together.
    await page.getByText('Port 5000 is taken?').click();
    const port = page.getByLabel('Port', { exact: true });
    for (const [text, words] of [
      [String(server.port), `Port ${server.port} is this sandbox’s own.`],
      ['80', 'A port is a number from 1024 to 65535.'],
      ['abc', 'A port is a number from 1024 to 65535.'],
    ] as const) {
      await port.fill(text);
      await port.press('Enter');
      await expect(outcome(page)).toContainText(words);
      expect(await envOf(page)).toContain('localhost:5000/');
    }
    const free = await freePort();
    await port.fill(String(free));
    await page.getByRole('button', { name: `Move to port ${free}` }).click();
    await expect(outcome(page)).toContainText('Copy it again, and start your program anew.');
    const env = await envOf(page);
    expect(env).toContain(`RC_SERVER_URL=http://localhost:${server.port}`);
    expect(env).toContain(`localhost:${free}/`);
    await expectNoViolations(page);

    // A wrong secret is wrong, until a right one works.
    const folder = unpackProgram('authorization-flow', language);
    const wrong = startProgram(
      language.app,
      folder,
      env.replace(/(CLIENT_SECRET=).*/, '$1not-the-secret'),
    );
    await wrong.printed('Ready.');
    const origin = `http://localhost:${free}`;
    const reader = await newReader(browser);
    await reader.goto(`${origin}/login`);
    await allow(reader);
    await expect(rows(page)).toHaveCount(4);
    await expect(rows(page).nth(3)).toContainText('Wrong:');
    await expect(rows(page).nth(3)).toContainText('OAU-146');
    await expect(sum(page)).toContainText('1 to put right');
    await wrong.stop();
    const program = startProgram(language.app, folder, env);
    await program.printed('Ready.');
    await signIn(reader, origin);
    await expect(rows(page)).toHaveCount(8);
    await expect(rows(page).nth(3)).toContainText('Put right since:');
    await expect(rows(page).nth(4)).toContainText('PKCE with S256');
    await expect(rows(page).nth(7)).toContainText('Verifier matches');
    await expect(sum(page)).not.toContainText('to put right');
    await expect(page.locator('#lines-token')).toHaveAttribute('data-lit', '');
    await expect(page.getByText('Waiting for your program to call the API')).toBeVisible();
    // A good row stands on no colour that means an error, nor on the authorization server's.
    const good = await background(rows(page).last());
    await reader.goto(`${origin}/test?api=extension`);
    await expect(rows(page).nth(8)).toContainText('The token is in the header, and it is valid');
    const [red, pink] = await page.evaluate(() => {
      const probe = document.querySelector('.qs-panel')?.appendChild(document.createElement('i'));
      return ['--refused-tint', '--authorization-server-tint'].map((name) => {
        probe?.setAttribute('style', `background: var(${name})`);
        const colour = probe ? getComputedStyle(probe).backgroundColor : '';
        if (name.startsWith('--auth')) probe?.remove();
        return colour;
      });
    });
    expect([red, pink]).not.toContain(good);

    await act(page, 'Make my token expire');
    await expect(outcome(page)).toContainText('Call the API in your program, and watch it refresh');
    await expect(page.getByText('The token has expired: call the API now')).toBeVisible();
    await reader.goto(`${origin}/test?api=extension`);
    await expect(rows(page)).toHaveCount(12);
    await expect(rows(page).nth(9)).toContainText('As expected: this page made the token expire.');
    await expect(rows(page).nth(10)).toContainText('Refreshed after the API refused the old token');

    // A program in another language is neither drawn nor counted, unless the reader wants it drawn.
    await sentBy(server.origin, 'Java-http-client/17.0.1');
    await expect(
      page.getByText('1 request of another program, in Java, not counted'),
    ).toBeVisible();
    await expect(rows(page)).toHaveCount(12);
    await act(page, 'Show them');
    await expect(rows(page)).toHaveCount(13);
    await expect(rows(page).last()).toContainText('Of another program, in Java');
    await act(page, 'Leave them out');
    await expect(sum(page)).not.toContainText('to put right');

    // A reload neither loses nor repeats a request, and knows what the page did.
    await page.reload();
    await expect(rows(page)).toHaveCount(12);
    await expect(rows(page).nth(9)).toContainText('As expected: this page made the token expire.');

    await act(page, 'Revoke behind its back');
    await expect(outcome(page)).toContainText(
      'your program has to notice, and ask you to sign in again',
    );
    await reader.goto(`${origin}/test?api=extension`);
    await expect(rows(page)).toHaveCount(14);
    await expect(rows(page).nth(12)).toContainText('As expected: this page revoked the session');
    await expect(rows(page).nth(13)).toContainText(
      'As expected: the refresh token ended with the session',
    );
    await expect(
      page.getByText('The session is over: sign in to your program again'),
    ).toBeVisible();
    await expect(rows(page).getByText('Wrong:')).toHaveCount(0);
    await expect(sum(page)).not.toContainText('to put right');
    await expect(sum(page)).toContainText('Still to see: a revocation.');

    await act(page, 'Refuse the next consent');
    await expect(outcome(page)).toContainText('whichever button you press');
    await reader.goto(`${origin}/login`);
    await allow(reader);
    await expect(rows(page).last()).toContainText('access_denied');
    await expect(rows(page).last()).toContainText('As expected: this page refused the consent');

    await signIn(reader, origin);
    await reader.getByRole('button').last().click();
    await expect(page.getByText('You have seen everything')).toBeVisible();
    await expect(sum(page)).toContainText('1 before production');
    await expect(sum(page)).not.toContainText('to put right');
    await expect(rows(page).getByText('Wrong:')).toHaveCount(0);
    await expectNoViolations(page);

    // What failed leads to the diagnoser, by its own link.
    const ways = page.getByRole('link', { name: 'Open in the diagnoser' });
    await expect(ways).toHaveCount(5);
    await expect(ways.last()).toHaveAttribute('href', /^\/diagnose\/#event=[0-9a-f-]{36}$/);

    // App and port are known in a new tab, and no secret is stored for it.
    await act(page, 'Use an app of my own');
    await expect(outcome(page)).toContainText('The file names an app of your own.');
    const own = await envOf(page);
    expect(own).not.toContain('sandbox-server-web');
    const tab = await context.newPage();
    await tab.goto(`/quick-start/authorization-flow/${language.slug}/`);
    await expect.poll(() => envOf(tab)).toBe(own);
    const kept = await tab.evaluate(() => JSON.stringify({ ...localStorage }));
    const [, secret = ''] = /CLIENT_SECRET=(\S+)/.exec(own) ?? [];
    expect(secret).not.toBe('');
    expect(kept).not.toContain(secret);
    await reader.context().close();
  });
}

for (const language of watched) {
  test(`${language.slug}: the script’s page offers what a script can meet, and its JWT is copied whole`, async ({
    page,
    context,
  }) => {
    test.slow();
    await page.setViewportSize({ width: 1440, height: 1000 });
    await page.goto(`/quick-start/password-flow/${language.slug}/`);
    await expect.poll(() => envOf(page)).toMatch(/RC_USER_JWT=eyJ/);
    await expect(page.getByText('Listening. Run')).toBeVisible();
    const group = page.getByRole('group', { name: 'Act on your program' });
    expect(await group.getByRole('button').allTextContents()).toEqual([
      'Revoke my JWT',
      'Put in an expired JWT',
    ]);

    // Selected by hand and copied, the JWT is whole, though the page shows its beginning alone.
    const file = page.getByLabel('The .env file', { exact: true }).first();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await file.selectText();
    await page.keyboard.press('Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const whole = /RC_USER_JWT=(eyJ[\w-]+\.[\w-]+\.[\w-]+)\s*$/;
    expect(copied).toMatch(whole);
    const jwt = file.locator('.qs-env-cut');
    expect(await jwt.evaluate((cut) => cut.scrollWidth > cut.clientWidth)).toBe(true);

    const folder = unpackProgram('password-flow', language);
    const run = async (env: string) => startProgram(language.jwt, folder, env).ended;
    expect(await run(copied)).toBe(0);
    await expect(rows(page)).toHaveCount(2);

    await act(page, 'Revoke my JWT');
    await expect(outcome(page)).toContainText('Run the script again: the exchange is refused.');
    expect(await run(copied)).not.toBe(0);
    await expect(rows(page)).toHaveCount(3);
    await expect(rows(page).last()).toContainText('As expected: this page revoked the JWT.');
    await expect(sum(page)).not.toContainText('to put right');
    await act(page, 'Revoke my JWT');
    await expect(outcome(page)).toContainText('This JWT was revoked already.');

    await act(page, 'Put in an expired JWT');
    await expect(outcome(page)).toContainText('a JWT that has expired');
    expect(await run(await envOf(page))).not.toBe(0);
    await expect(rows(page).last()).toContainText('this page made a JWT that had expired');
    await expect(sum(page)).not.toContainText('to put right');

    await act(page, 'Make a new JWT');
    await expect(outcome(page)).toContainText('Copy it again, and run the script.');
    // The reader forgot to copy: that is a mistake, until a run goes well.
    expect(await run(copied)).not.toBe(0);
    await expect(sum(page)).toContainText('1 to put right');
    expect(await run(await envOf(page))).toBe(0);
    await expect(sum(page)).not.toContainText('to put right');
    await expect(page.getByText('You have seen everything')).toBeVisible();
    await expectNoViolations(page);
  });
}

test(
  'a stream that breaks comes back without losing or repeating a request',
  { tag: '@daily' },
  async ({ page, server, expectedRefusals }) => {
    expectedRefusals.add(401);
    const authorize = () =>
      fetch(
        `http://localhost:${server.port}/restapi/oauth/authorize?client_id=sandbox-no-refresh&response_type=code&redirect_uri=http://localhost:5000/oauth2callback&state=${crypto.randomUUID()}`,
      );
    await page.goto('/quick-start/authorization-flow/node/');
    await islandsAreAlive(page);
    await expect(page.getByText('Listening. Run')).toBeVisible();
    await page.getByRole('button', { name: 'Use an app of my own' }).click();
    await expect.poll(() => envOf(page)).not.toContain('sandbox-server-web');
    const clientId = /RC_APP_CLIENT_ID=(.+)/.exec(await envOf(page))?.[1] ?? '';
    const ask = () =>
      fetch(
        `http://localhost:${server.port}/restapi/oauth/authorize?${new URLSearchParams({
          client_id: clientId,
          response_type: 'code',
          redirect_uri: 'http://localhost:5000/oauth2callback',
          state: crypto.randomUUID(),
        })}`,
      );
    await ask();
    await expect(rows(page)).toHaveCount(1);
    await page.context().setOffline(true);
    await ask();
    await page.context().setOffline(false);
    await ask();
    await expect(rows(page)).toHaveCount(3);
    await authorize();
    await expect(rows(page)).toHaveCount(3);
  },
);

test('the page works by keyboard and at 320 pixels, where the panel is behind its bar', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/quick-start/password-flow/node/');
  await expect.poll(() => envOf(page)).toMatch(/RC_USER_JWT=eyJ/);
  await islandsAreAlive(page);
  const bar = page.getByRole('button', { name: /^Live: \d+ request/ });
  await expect(bar).toHaveAttribute('aria-expanded', 'false');
  await bar.press('Enter');
  await expect(page.getByText('Listening. Run')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Show the whole JWT' }).press('Enter');
  await expect.poll(() => envOf(page)).toMatch(/RC_USER_JWT=eyJ[\w-]+\.[\w-]+\.[\w-]+/);
});

test('the choice of language keeps its place', { tag: '@daily' }, async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/quick-start/authorization-flow/python/#lines-token');
  await page
    .getByRole('navigation', { name: 'Language' })
    .getByRole('link', { name: 'Ruby' })
    .click();
  await expect(page).toHaveURL(/\/quick-start\/authorization-flow\/ruby\/#lines-/);
});
