import type { Page } from '@playwright/test';
import { allow } from './support/playground.ts';
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

test('authorization code with PKCE, to its end, and nothing of it in the browser’s storage', async ({
  page,
  peer,
  elsewhere,
}) => {
  elsewhere.add(peer.origin);
  await choose(page, 'auth-code-pkce', peer.origin);
  await useApp(page, 'peer-page');
  await signIn(page, () => button(page, 'Go to the sign-in').click());
  await expect(card(page).getByText('to your redirect URI')).toBeVisible();
  for (const number of [5, 6, 7, 8]) await sendStep(page, number);
  const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(stored).not.toMatch(/access_token|code_verifier|peer-page|playground:/);
});

void [allow, peerSecret];
