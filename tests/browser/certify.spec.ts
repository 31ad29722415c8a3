import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { languages } from '../../src/components/quick-start/languages.ts';
import type { Act } from '../../src/sandbox/certify/challenge.ts';
import { challenges } from '../../src/sandbox/certify/challenges.ts';
import { drive } from '../certify/drive.ts';
import { Browser } from '../quick-starts/support/browser.ts';
import { freePort } from '../quick-starts/support/free-port.ts';
import { expectNoViolations } from './support/axe.ts';
import { startProgram, stopPrograms, unpackProgram } from './support/quick-start-program.ts';
import { test as staticTest } from './support/static-site.ts';
import { expect, test } from './support/test.ts';

/** The certification on its page: the quick start in JavaScript, whole and with one defect. */
const clientId = 'certify-on-its-page';

/** The program as an app of its own; `defect` replaces one text of its lesson. */
async function startNode(
  control: (method: string, path: string, body: unknown) => Promise<unknown>,
  server: string,
  defect?: [from: string, to: string],
) {
  const node = languages.find(({ slug }) => slug === 'node');
  if (!node) throw new Error('The quick start in JavaScript is missing');
  const redirect = `http://localhost:${await freePort()}/oauth2callback`;
  await control('POST', 'apps', {
    ...{ name: 'Certified', portal: 'classic', audience: 'private', platformType: 'ServerWeb' },
    ...{ issueRefreshTokens: true, redirectUris: [redirect], scopes: ['ReadAccounts'] },
    ...{ clientId, clientSecret: 'certify-not-a-secret' },
  });
  const folder = unpackProgram('authorization-flow', node);
  if (defect) {
    const file = join(folder, 'oauth.mjs');
    const text = readFileSync(file, 'utf8');
    expect(text.split(defect[0])).toHaveLength(2);
    writeFileSync(
      file,
      text.replace(defect[0], () => defect[1]),
    );
  }
  const program = startProgram(
    node.app,
    folder,
    `RC_SERVER_URL=${server}\nRC_APP_CLIENT_ID=${clientId}\nRC_APP_CLIENT_SECRET=certify-not-a-secret\nRC_REDIRECT_URL=${redirect}\n`,
  );
  await program.printed(/^Ready\. Open \S+$/m);
  return new URL(redirect).origin;
}

const acts = (id: string): readonly Act[] => challenges.find((one) => one.id === id)?.acts ?? [];
const title = (id: string): string => challenges.find((one) => one.id === id)?.title ?? '';
const result = (page: Page, id: string): Locator =>
  page.locator(`.ct-result[data-challenge="${id}"]`);
const fact = (row: Locator, name: string): Locator =>
  row.locator('.ct-facts > div', { hasText: name }).locator('dd');

test.afterEach(stopPrograms);

test('a program with a defect fails, says how to mend it in its language, and passes once mended', async ({
  page,
  server,
  control,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const hasty: [string, string] = [
    'await sleep(wait * 1000)',
    'await sleep(status === 429 ? 0 : wait * 1000)',
  ];
  let at = await startNode(control, `http://localhost:${server.port}`, hasty);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`/certify/#app=${clientId}`);
  await expect(page.locator('.ct[data-ready]')).toBeVisible();
  await expect(
    page.getByText(`Its redirect URI says that your program runs at ${at}`),
  ).toBeVisible();
  await page.getByLabel('Language of the fixes').selectOption('php');
  await expectNoViolations(page);

  // One challenge alone, by keyboard: it stands with what to do, and the verdict comes by itself.
  await page.getByRole('button', { name: `Run: ${title('retry-after')}` }).press('Enter');
  const now = page.locator('.ct-now');
  await expect(now.getByRole('heading', { name: title('retry-after') })).toBeFocused();
  await expect(now.locator('.ct-acts > li')).toHaveText([
    'Sign in.',
    'Let the program call the API.',
  ]);
  await expectNoViolations(page);
  await drive(new Browser(), at, acts('retry-after'));
  const row = result(page, 'retry-after');
  await expect(row).toHaveAttribute('data-verdict', 'failed');
  await expect(now).toHaveCount(0);
  await expect(page.getByRole('heading', { name: `Results for ${clientId}` })).toBeFocused();
  await expect(fact(row, 'Expected')).toHaveText(
    'The same call three seconds later or not at all.',
  );
  await expect(fact(row, 'Received')).toContainText(/^The same call after 0(\.\d)? seconds\./);
  await expect(fact(row, 'Received').getByRole('link')).toHaveAttribute(
    'href',
    /^\/diagnose\/#event=/,
  );
  await expect(fact(row, 'Rule').getByRole('link')).toHaveAttribute(
    'href',
    'https://www.rfc-editor.org/rfc/rfc6585.html#section-4',
  );
  await expect(row.getByLabel('The fix in PHP')).toContainText(
    "$asked = preg_match('/^retry-after",
  );

  // Another one that the program never comes to is not reached, and it stands below what failed.
  await page.getByRole('button', { name: `Run: ${title('altered-state')}` }).click();
  await now.getByRole('button', { name: 'I have done all of it' }).click();
  await expect(result(page, 'altered-state')).toHaveAttribute('data-verdict', 'not-reached');
  await expect(page.locator('.ct-sum')).toHaveText('1 failed, 1 not reached, 0 passed.');
  await expect(page.locator('.ct-result').first()).toHaveAttribute('data-verdict', 'failed');
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`## Failed: ${title('retry-after')}`);
  expect(copied).toContain("```php\n$asked = preg_match('/^retry-after");
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the report' }).click();
  expect((await saved).suggestedFilename()).toBe('certification.md');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoViolations(page);
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBe(0);

  // The results outlive a reload; mended, the program passes what it had not.
  await stopPrograms();
  await control('DELETE', `apps/${clientId}`, undefined);
  at = await startNode(control, `http://localhost:${server.port}`);
  await page.reload();
  await expect(row).toHaveAttribute('data-verdict', 'failed');
  await page.getByRole('button', { name: 'Run what has not passed (2)' }).click();
  await expect(now).toContainText('Challenge 1 of 2');
  await drive(new Browser(), at, acts('retry-after'));
  await expect(now).toContainText('Challenge 2 of 2');
  await drive(new Browser(), at, acts('altered-state'));
  await now.getByRole('button', { name: 'I have done all of it' }).click();
  await expect(page.locator('.ct-sum')).toHaveText('0 failed, 0 not reached, 2 passed.');

  // Cancelled and left in the middle, nothing stays in force.
  const inForce = () => control('GET', `faults?clientId=${clientId}`, undefined);
  await page.getByRole('button', { name: 'Run all again' }).click();
  await expect(now).toBeVisible();
  await now.getByRole('button', { name: 'Cancel the run' }).click();
  await expect(page.getByText('The run was cancelled.').first()).toBeVisible();
  await page.getByRole('button', { name: `Run again: ${title('altered-state')}` }).click();
  await expect.poll(inForce).toMatchObject({ inForce: [{ fault: 'altered-state' }] });
  await page.goto('/about/');
  await expect.poll(inForce).toMatchObject({ inForce: [] });
});

test('an app that the sandbox does not have is told at its field', async ({
  page,
  control,
  expectedRefusals,
}) => {
  expectedRefusals.add(404);
  await page.goto('/certify/');
  await expect(page.locator('.ct[data-ready]')).toBeVisible();
  const field = page.getByLabel('Client ID of your program’s app');
  await page.getByRole('button', { name: 'Run all 13 challenges' }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/^Enter the client ID of your program’s app\./);
  await field.fill('nobody');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/^No app has this client id\./);
  await expect(field).toHaveAttribute('aria-invalid', 'true');

  // A run that is cancelled before it has a result leaves the reader at what it says.
  await field.fill('sandbox-server-web');
  await field.press('Enter');
  await page.getByRole('button', { name: 'Cancel the run' }).press('Enter');
  await expect(page.locator('.ct-said')).toContainText('The run was cancelled.');
  await expect(page.locator('.ct-said')).toBeFocused();

  // What another run or the console has given stands in the way, by its name and with the way there.
  await control('POST', 'apps/sandbox-server-web/faults', { fault: 'unavailable', requests: 1 });
  await page.getByRole('button', { name: 'Run all 13 challenges' }).click();
  await expect(page.locator('.ct-said')).toContainText('or another run does so now: “503”.');
  await page.getByRole('link', { name: 'Open its faults' }).click();
  await expect(page.locator('.cs-row[data-fault="unavailable"]')).toBeVisible();
});

staticTest(
  'a sandbox in the tab says that no program reaches it, and where one does',
  async ({ page }) => {
    await page.goto('/certify/');
    await expect(page.locator('.ct')).toContainText('no program in a terminal can reach it');
    await expect(page.locator('.ct')).toContainText('npm start');
    await page.getByRole('link', { name: 'the command' }).click();
    await expect(page.getByRole('heading', { name: 'From the terminal' })).toBeInViewport();
    await expect(page.getByRole('button', { name: /^Run/ })).toHaveCount(0);
  },
);
