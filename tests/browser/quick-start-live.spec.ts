import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { freePort } from '../quick-starts/support/free-port.ts';
import { expectNoViolations } from './support/axe.ts';
import { islandsAreAlive } from './support/islands.ts';
import { allow } from './support/playground.ts';
import { expect, test } from './support/test.ts';

/** The page beside a program that really runs: Node always, and the first other language that is here. */
const others = [
  { slug: 'python', run: ['python3', 'app.py'] },
  { slug: 'php', run: ['php', 'app.php'] },
  { slug: 'ruby', run: ['ruby', 'app.rb'] },
] as const;
const second = others.find(({ run: [command] }) => spawnSync(command, ['--version']).status === 0);
const programs = [
  { slug: 'node', run: [process.execPath, 'app.mjs'] },
  ...(second ? [second] : []),
] as const;

test('two languages are here to be watched', () => {
  expect(second, 'Install python3, php or ruby').toBeDefined();
});

const running: ChildProcess[] = [];
test.afterEach(() => {
  for (const child of running.splice(0)) child.kill();
});

/** Starts a program with what the page's `.env` says. */
async function startProgram(slug: string, [command, ...rest]: readonly string[], env: string) {
  const settings = Object.fromEntries(
    env
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
  );
  const child = spawn(command ?? '', rest, {
    cwd: fileURLToPath(
      new URL(`../../content/quick-start/authorization-flow/${slug}`, import.meta.url),
    ),
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      if (text.toString().includes('Ready.')) resolve();
    });
    child.on('exit', () => reject(new Error(`${slug} ended before it was ready`)));
  });
  return new URL(settings['RC_REDIRECT_URL'] ?? '').origin;
}

const envOf = (page: Page) => page.getByLabel('The .env file', { exact: true }).first().innerText();
const rows = (page: Page) => page.getByLabel('Requests of your program').locator('.qs-row');

/** Signs in to the program in a window of its own, as its reader does. */
async function signIn(page: Page, program: string) {
  await page.goto(`${program}/login`);
  await allow(page);
  await page.waitForURL(`${program}/`);
}

for (const { slug, run } of programs) {
  test(`${slug}: the page shows each request, acts on the program, and adds it up`, async ({
    page,
    server,
    browser,
  }) => {
    // Two programs and two browsers at once, on a small machine.
    test.slow();
    await page.setViewportSize({ width: 1440, height: 1000 });
    await page.goto(`/quick-start/authorization-flow/${slug}/`);
    await expect(page.getByText('Listening. Run')).toBeVisible();
    await expectNoViolations(page);

    // Port 5000 may be taken here too: the page moves app and file together.
    const port = await freePort();
    await page.getByText('Port 5000 is taken?').click();
    await page.getByLabel('Port', { exact: true }).fill(String(port));
    await page.getByRole('button', { name: `Move to port ${port}` }).click();
    await expect.poll(() => envOf(page)).toContain(`localhost:${port}/`);
    const env = await envOf(page);
    expect(env).toContain(`RC_SERVER_URL=http://localhost:${server.port}`);
    const program = await startProgram(slug, run, env);

    const reader = await (await browser.newContext()).newPage();
    await signIn(reader, program);
    await expect(rows(page)).toHaveCount(4);
    await expect(rows(page).nth(0)).toContainText('PKCE with S256');
    await expect(rows(page).nth(3)).toContainText('Verifier matches');
    await expect(page.locator('#lines-token')).toHaveAttribute('data-lit', '');
    await expect(page.getByText('Waiting for your program to call the API')).toBeVisible();

    await reader.goto(`${program}/test?api=extension`);
    await expect(rows(page).nth(4)).toContainText('The token is in the header, and it is valid');

    await page.getByRole('button', { name: 'Make my token expire' }).click();
    await reader.goto(`${program}/test?api=extension`);
    await expect(rows(page)).toHaveCount(8);
    await expect(rows(page).nth(6)).toContainText('Refreshed after the API refused the old token');

    // A reload neither loses nor repeats a request.
    await page.reload();
    await expect(rows(page)).toHaveCount(8);

    await reader.goto(program);
    await reader.getByRole('button').last().click();
    await expect(page.getByText('You have seen everything')).toBeVisible();
    await expect(page.getByLabel('So far')).toContainText('1 before production');
    await expectNoViolations(page);

    await page.getByRole('button', { name: 'Refuse the next consent' }).click();
    await expect(page.getByText('whichever button you press')).toBeAttached();
    await reader.goto(`${program}/login`);
    await allow(reader);
    await expect(rows(page).last()).toContainText('access_denied');
    // What failed leads to the diagnoser: the call with the old token, and the consent.
    const ways = page.getByRole('link', { name: 'Open in the diagnoser' });
    await expect(ways).toHaveCount(2);
    await expect(ways.last()).toHaveAttribute('href', /^\/diagnose\/#event=[0-9a-f-]{36}$/);
    await reader.context().close();
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
