import { execFile } from 'node:child_process';
import type { Page } from '@playwright/test';
import { button, card, openStep, root, send, signIn } from './support/flow-walk.ts';
import { control, makeApps, peerSecret, startSandbox, withoutCors } from './support/peers.ts';
import type { Peer } from './support/peers.ts';
import { expect, test as site } from './support/test.ts';

/** A second sandbox under RingCentral's rules of today, on another port: cross-origin. */
const test = site.extend<object, { peer: Peer; closed: Peer }>({
  peer: [
    async ({ server }, use) => {
      const peer = await startSandbox();
      await control(peer.origin, 'PUT', 'policy', { preset: 'ringcentral-today' });
      await makeApps(peer.origin, `http://localhost:${server.port}/callback/`);
      await use(peer);
      await peer.close();
    },
    { scope: 'worker' },
  ],
  closed: [
    async ({ peer }, use) => {
      const closed = await withoutCors(peer.origin);
      await use(closed);
      await closed.close();
    },
    { scope: 'worker' },
  ],
});

const panel = (page: Page) => root(page).getByRole('region', { name: 'Server', exact: true });

/** Chooses the server by its address; the page loads again with it. */
async function choose(page: Page, flow: string, address: string): Promise<void> {
  await page.goto(`/playground/#flow=${flow}`);
  await expect(root(page)).toHaveAttribute('data-ready', 'true');
  await root(page).getByRole('button', { name: 'Change server' }).click();
  await panel(page)
    .getByRole('radio', { name: /Your own/ })
    .check();
  await panel(page).getByLabel('Address of the server').fill(address);
  await Promise.all([
    page.waitForEvent('load'),
    panel(page).getByRole('button', { name: /^Use / }).click(),
  ]);
}

async function useApp(page: Page, clientId: string, secret?: string): Promise<void> {
  await panel(page).getByLabel('Client id').fill(clientId);
  if (secret !== undefined) await panel(page).getByLabel('Client secret').fill(secret);
  await panel(page)
    .getByRole('button', { name: /^Use this app at / })
    .click();
  await expect(root(page)).toHaveAttribute('data-ready', 'true');
}

const answered = (page: Page, status: string | RegExp) =>
  expect(card(page).locator('.pg-answer-head').getByText(status)).toBeVisible();

async function sendStep(page: Page, number: number, status: string | RegExp = '200 OK') {
  await openStep(page, number);
  await expect(card(page).getByText(/^Goes to /)).toBeVisible();
  await send(page).click();
  await answered(page, status);
}

/** The tokens of the run on screen, by what the page holds of them: never on screen, so from its copy button. */
async function stored(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
}

/** Signs in at the peer in the window that a press opens. */
async function goThrough(page: Page): Promise<void> {
  await signIn(page, () => button(page, 'Go to the sign-in').click());
  await expect(card(page).getByText('to your redirect URI')).toBeVisible();
}

const mintedJwt = async (origin: string): Promise<string> => {
  const { jwt } = await control(origin, 'POST', 'jwt', { extensionNumber: '101' });
  return String(jwt);
};

test.describe('with CORS on, every flow to its end', () => {
  test.beforeEach(({ peer, elsewhere }) => void elsewhere.add(peer.origin));

  test('authorization code with PKCE, and nothing of it in the browser’s storage', async ({
    page,
    peer,
  }) => {
    await choose(page, 'auth-code-pkce', peer.origin);
    await useApp(page, 'peer-page');
    await goThrough(page);
    for (const number of [5, 6, 7, 8]) await sendStep(page, number);
    expect(await stored(page)).not.toMatch(/access_token|code_verifier|peer-page|playground:/);
  });

  test('authorization code, with the secret; then its tokens go on in three flows', async ({
    page,
    peer,
    expectedRefusals,
  }) => {
    expectedRefusals.add(400).add(401);
    await choose(page, 'auth-code', peer.origin);
    await useApp(page, 'peer-server', peerSecret);
    await goThrough(page);
    await sendStep(page, 5);
    for (const [flow, steps] of [
      ['call-the-api', [2, 3, 4]],
      ['refresh-token', [2, 3]],
      ['revocation', [2, 3]],
    ] as const) {
      await root(page).getByRole('combobox', { name: 'Flow' }).selectOption(flow);
      await expect(root(page)).toHaveAttribute('data-flow', flow);
      for (const number of steps) await sendStep(page, number);
      if (flow === 'refresh-token') await sendStep(page, 4, /^401/);
    }
    await sendStep(page, 4, /^401/);
    expect(await stored(page)).not.toMatch(/access_token|peer-server|secret/);
  });

  test('JWT, with a credential and a secret that no password manager is offered', async ({
    page,
    peer,
  }) => {
    await choose(page, 'jwt', peer.origin);
    await useApp(page, 'peer-job', peerSecret);
    const field = card(page).getByLabel('JWT credential');
    await expect(field).toHaveAttribute('type', 'text');
    await expect(field).toHaveAttribute('autocomplete', 'off');
    await expect(field).toHaveAttribute('data-1p-ignore', 'true');
    await expect(button(page, 'Use this JWT')).toHaveAttribute('aria-disabled', 'true');
    await field.fill(await mintedJwt(peer.origin));
    await button(page, 'Use this JWT').click();
    for (const number of [2, 3, 4, 5]) await sendStep(page, number);
    expect(await stored(page)).not.toMatch(/eyJ|peer-job|secret/);
  });

  test('implicit and password are refused by the server, as at RingCentral today', async ({
    page,
    peer,
    expectedRefusals,
  }) => {
    expectedRefusals.add(400);
    await choose(page, 'implicit', peer.origin);
    await useApp(page, 'peer-page');
    const [window] = await Promise.all([
      page.waitForEvent('popup'),
      button(page, 'Go to the sign-in').click(),
    ]);
    void window;
    await expect(card(page).getByText('to your redirect URI')).toBeVisible();
    await expect(
      card(page)
        .getByText(/unauthorized_client|unsupported_response_type/)
        .first(),
    ).toBeVisible();
    await root(page).getByRole('combobox', { name: 'Flow' }).selectOption('password');
    await expect(root(page)).toHaveAttribute('data-flow', 'password');
    await card(page).getByLabel('Number, then * and the extension').fill('+18335550100*101');
    await card(page).getByLabel('Password', { exact: true }).fill('sandbox-password');
    await button(page, 'Use these').click();
    await openStep(page, 2);
    await card(page).getByLabel('Client secret').fill(peerSecret);
    await sendStep(page, 2, /^400/);
  });

  test('on this page: verifier and state alone stand in the tab while it is away, and the secret is asked for again', async ({
    page,
    peer,
  }) => {
    await choose(page, 'auth-code', peer.origin);
    await useApp(page, 'peer-server', peerSecret);
    await card(page).getByLabel('On this page').check();
    await button(page, 'Go to the sign-in').click();
    await page.waitForURL(`${peer.origin}/**`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.waitForURL(/\/playground\//);
    await expect(card(page).getByText('to your redirect URI')).toBeVisible();
    expect(await stored(page)).not.toMatch(/"code"|away|secret|access_token/);
    await openStep(page, 5);
    await expect(card(page).getByText(/and is gone\. Enter it again/)).toBeVisible();
    await card(page).getByLabel('Client secret').fill(peerSecret);
    await sendStep(page, 5);
  });
});

/** Pastes a text as a reader does: the field has it in hand before it is shown. */
async function paste(page: Page, text: string): Promise<void> {
  const field = card(page).getByLabel('What it printed');
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** Runs the line that the page offers in a real shell, with what it asks for typed in. */
async function runLine(page: Page, ...typed: string[]): Promise<string> {
  const line = await card(page).locator('.sv-line').innerText();
  return new Promise((resolve) => {
    const shell = execFile('bash', ['-c', line], { encoding: 'utf8' }, (_error, printed) =>
      resolve(printed),
    );
    shell.stdin?.end(`${typed.join('\n')}\n`);
  });
}

/** A value that the page holds, by its copy button. */
async function copied(page: Page, name: string): Promise<string> {
  await root(page)
    .getByRole('button', { name: `Copy ${name}`, exact: true })
    .click();
  return page.evaluate(() => navigator.clipboard.readText());
}

test.describe('with CORS off, by the terminal and the pasted answer', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  test.beforeEach(({ closed, elsewhere }) => void elsewhere.add(closed.origin));

  const byTerminal = async (page: Page, number: number, ...typed: string[]): Promise<void> => {
    await openStep(page, number);
    const fold = card(page).getByText('Send it from a terminal, and paste the answer');
    if (!(await card(page).locator('.sv-line').isVisible())) await fold.click();
    const printed = await runLine(page, ...typed);
    await paste(page, printed);
    const shown = card(page).getByLabel('What it printed');
    await expect(shown).toHaveValue(/^HTTP 200/);
    for (const token of printed.match(/[\w-]{40,}/g) ?? [])
      expect(await shown.inputValue()).not.toContain(token);
    await button(page, 'Continue with this answer').click();
    await answered(page, '200 OK');
  };

  test('authorization code with PKCE', async ({ page, closed }) => {
    await choose(page, 'auth-code-pkce', closed.origin);
    await expect(panel(page).getByText(/may not read it.*\(CORS\)/)).toBeVisible();
    await panel(page).getByRole('button', { name: 'Continue with RingCentral’s paths' }).click();
    await useApp(page, 'peer-page');
    await goThrough(page);
    await byTerminal(page, 5);
    await byTerminal(page, 6, await copied(page, 'access_token'));
    await byTerminal(page, 7, await copied(page, 'refresh_token'));
    await byTerminal(page, 8, await copied(page, 'access_token'));
  });

  test('authorization code with a secret, and JWT', async ({ page, closed, peer }) => {
    await choose(page, 'auth-code', closed.origin);
    await panel(page).getByRole('button', { name: 'Continue with RingCentral’s paths' }).click();
    await useApp(page, 'peer-server', peerSecret);
    await goThrough(page);
    await byTerminal(page, 5, peerSecret);

    await root(page).getByRole('combobox', { name: 'Flow' }).selectOption('jwt');
    await expect(root(page)).toHaveAttribute('data-flow', 'jwt');
    await root(page).getByRole('button', { name: 'Change server' }).click();
    await useApp(page, 'peer-job', peerSecret);
    const jwt = await mintedJwt(peer.origin);
    await card(page).getByLabel('JWT credential').fill(jwt);
    await button(page, 'Use this JWT').click();
    await byTerminal(page, 2, peerSecret, jwt);
  });

  test('a request that went out and cannot be read says so, and that its code may be spent', async ({
    page,
    closed,
  }) => {
    await choose(page, 'auth-code-pkce', closed.origin);
    await panel(page).getByRole('button', { name: 'Continue with RingCentral’s paths' }).click();
    await useApp(page, 'peer-page');
    await goThrough(page);
    await openStep(page, 5);
    await send(page).click();
    await expect(
      card(page)
        .getByText(/The request itself went out/)
        .first(),
    ).toBeVisible();
    await expect(card(page).getByText(/its code is used up/)).toBeVisible();
    await paste(page, '<!doctype html><title>Proxy</title>');
    await expect(card(page).getByText(/It seems to be a web page/)).toBeVisible();
  });
});
