import type { BrowserContext, Page, Route } from '@playwright/test';
import { emptyDraft, storedFormKey } from '../../src/islands/app-form/draft.ts';
import { expectNoViolations } from './support/axe.ts';
import { button, card, openStep, root, send } from './support/flow-walk.ts';
import { expect, test } from './support/test.ts';

const host = 'https://platform.ringcentral.com';
const clientId = 'AZwEVwGEcfGet2PCouA7K6';
const code = 'U0pDMTFQMDFQQVMwMXxBQURf';

interface Refusal {
  status: number;
  body: string;
}

/** Stands in for RingCentral: its sign-in comes back with a code, and its token endpoint answers as told. */
async function standIn(context: BrowserContext, answer: () => Refusal): Promise<void> {
  const cors = (route: Route) => ({
    'access-control-allow-origin': route.request().headers()['origin'] ?? '*',
    'access-control-allow-headers': 'authorization,content-type',
  });
  await context.route(`${host}/**`, async (route) => {
    const url = new URL(route.request().url());
    if (url.pathname.endsWith('/authorize')) {
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('expires_in', '60');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      const page = `<!doctype html><a href="${back.href.replaceAll('&', '&amp;')}">Allow</a>`;
      return route.fulfill({ contentType: 'text/html', body: page });
    }
    if (route.request().method() === 'OPTIONS') return route.fulfill({ headers: cors(route) });
    const { status, body } = answer();
    return route.fulfill({
      status,
      headers: { ...cors(route), 'content-type': 'application/json;charset=UTF-8' },
      body,
    });
  });
}

/** PKCE at RingCentral, to the token request. */
async function toToken(page: Page): Promise<void> {
  await page.goto('/playground/#flow=auth-code-pkce');
  await expect(root(page)).toHaveAttribute('data-ready', 'true');
  await root(page).getByRole('button', { name: 'Change server' }).click();
  const panel = root(page).getByRole('region', { name: 'Server', exact: true });
  await panel.getByRole('radio', { name: /^RingCentral/ }).check();
  await panel.getByLabel('Client id').fill(clientId);
  await panel.getByRole('button', { name: /^Use this app at / }).click();
  await expect(root(page)).toHaveAttribute('data-ready', 'true');
  await openStep(page, 2);
  const [window] = await Promise.all([
    page.waitForEvent('popup'),
    button(page, 'Go to the sign-in').click(),
  ]);
  await window.getByRole('link', { name: 'Allow' }).click();
  await expect(card(page)).toContainText('Step 4 of 8');
  await openStep(page, 5);
}

const beside = (page: Page) =>
  card(page).getByRole('region', { name: 'Beside the sandbox', exact: true });

const refusal = (errorCode: string, message: string, error = 'invalid_grant') =>
  JSON.stringify({ error, errors: [{ errorCode, message }], error_description: message });

test.describe('the answer of a real server', () => {
  test.use({ reducedMotion: 'reduce' });
  test.beforeEach(({ elsewhere, expectedRefusals }) => {
    elsewhere.add(host);
    for (const status of [400, 401, 403]) expectedRefusals.add(status);
  });

  test('is explained, compared with the sandbox member by member, and told as an issue', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    let body = refusal('OAU-109', 'Redirect URIs do not match', 'invalid_redirect_uri');
    await standIn(context, () => ({ status: 403, body }));
    await toToken(page);
    await send(page).click();
    await expect(card(page).getByRole('region', { name: 'What happened' })).toContainText(
      'Redirect URIs do not match',
    );
    await expect(beside(page)).toContainText('the settings of your app at RingCentral');
    // RingCentral is asked once: the comparison is between its answer and the sandbox of this page.
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await beside(page).getByRole('button', { name: 'Ask the sandbox' }).click();
    const table = beside(page).getByRole('table').first();
    await expect(table.getByRole('row', { name: /^status/ })).toContainText('403');
    await expect(table.getByRole('row', { name: /^status/ })).toContainText('400');
    await expectNoViolations(page);
    expect(asked.filter((url) => url.startsWith(host))).toEqual([]);
    expect(asked.join('\n')).not.toContain(code);
    expect(asked.join('\n')).not.toContain(clientId);

    await beside(page).getByText('Copy as an issue', { exact: true }).click();
    const shown = await beside(page).locator('.rl-issue').innerText();
    await beside(page).getByRole('button', { name: 'Copy the issue' }).click();
    await expect(beside(page).getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trim()).toBe(shown.trim());
    expect(copied).toContain('| status | 403 | 400 |');
    expect(copied).toContain('RingCentral (platform.ringcentral.com)');
    for (const own of [clientId, code, 'localhost']) expect(copied).not.toContain(own);

    body = refusal('OAU-999', 'Something that nobody has seen');
    await button(page, 'Edit and send again').click();
    await send(page).click();
    await expect(card(page).getByRole('region', { name: 'What happened' })).toContainText(
      'OAU-999 is new to this site',
    );
    await expect(beside(page)).toContainText('The code OAU-999 is new to this site');
    await beside(page).getByRole('button', { name: 'Ask the sandbox' }).click();
    await expect(beside(page)).toContainText('Nothing in the request shows why OAU-999 came');
  });

  test('asks for the settings where they decide, and takes them from the checker’s form', async ({
    page,
    context,
  }) => {
    const body = refusal('OAU-251', 'Unauthorized for this grant type', 'unauthorized_client');
    await standIn(context, () => ({ status: 400, body }));
    await toToken(page);
    await send(page).click();
    await expect(beside(page)).toContainText('Its settings decide this answer');
    const draft = { ...emptyDraft, methods: ['jwt'] };
    const form = JSON.stringify({ version: 1, draft, fragment: '' });
    await page.evaluate(([key, text]) => sessionStorage.setItem(key, text), [
      storedFormKey,
      form,
    ] as const);
    await button(page, 'Edit and send again').click();
    await send(page).click();
    await expect(card(page).getByRole('region', { name: 'What happened' })).toContainText(
      'The settings of this app do not allow',
    );
    await expect(beside(page)).toContainText('from the checker’s form');
    await beside(page).getByRole('button', { name: 'Ask the sandbox' }).click();
    await expect(beside(page)).toContainText('lacks the grant too');
  });
});
