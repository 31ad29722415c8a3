import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import Provider from 'oidc-provider';
import { button, card, openStep, root, send } from './support/flow-walk.ts';
import { expect, test } from './support/test.ts';

const panel = (page: Page) => root(page).getByRole('region', { name: 'Server', exact: true });

/** A server that this project has no part in, which knows nothing of RingCentral's paths. */
async function startProvider(callback: string) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'a-page',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [callback],
      },
    ],
    clientBasedCORS: () => true,
    features: { revocation: { enabled: true }, devInteractions: { enabled: true } },
    pkce: { required: () => true },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test('oidc-provider, by its metadata: code with PKCE, userinfo, revocation, and its iss checked', async ({
  page,
  server,
  elsewhere,
}) => {
  const peer = await startProvider(`http://localhost:${server.port}/callback/`);
  elsewhere.add(peer.issuer);
  // Its own sign-in page asks for a font of the web.
  const fonts = 'https://fonts.googleapis.com';
  elsewhere.add(fonts);
  await page.context().route(`${fonts}/**`, (route) => route.fulfill({ body: '' }));
  await page.goto('/playground/#flow=auth-code-pkce&server=own');
  await panel(page)
    .getByLabel('Address of the server')
    .fill(`${peer.issuer}/.well-known/openid-configuration`);
  await Promise.all([
    page.waitForEvent('load'),
    panel(page).getByRole('button', { name: /^Use / }).click(),
  ]);
  await panel(page).getByLabel('Client id').fill('a-page');
  await panel(page)
    .getByRole('button', { name: /^Use this app at localhost/ })
    .click();
  await button(page, 'Put in scope').click();
  await card(page).getByLabel('scope', { exact: true }).fill('openid');
  const [window] = await Promise.all([
    page.waitForEvent('popup'),
    button(page, 'Go to the sign-in').click(),
  ]);
  await window.locator('input[name=login]').fill('101');
  await window.locator('input[name=password]').fill('any');
  await window.getByRole('button', { name: /Sign-in/i }).click();
  await window
    .getByRole('button', { name: /Continue/i })
    .click()
    .catch(() => undefined);
  await expect(card(page).getByText('to your redirect URI')).toBeVisible();
  // It names itself in the answer (RFC 9207), and it is who was asked.
  await expect(card(page).getByText('iss', { exact: true })).toBeVisible();
  await openStep(page, 5);
  await expect(card(page).getByText(`${peer.issuer}/token`, { exact: true })).toBeVisible();
  await send(page).click();
  await expect(card(page).locator('.pg-answer-head').getByText('200 OK')).toBeVisible();
  await openStep(page, 6);
  await expect(card(page).getByText(`${peer.issuer}/me`, { exact: true })).toBeVisible();
  await send(page).click();
  await expect(card(page).locator('.pg-answer-head').getByText('200 OK')).toBeVisible();
  await openStep(page, 8);
  await send(page).click();
  await expect(card(page).locator('.pg-answer-head').getByText('200 OK')).toBeVisible();
  peer.close();
});
