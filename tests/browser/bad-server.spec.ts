import type { ServerResponse } from 'node:http';
import type { Page } from '@playwright/test';
import { button, card, openStep, root, send } from './support/flow-walk.ts';
import { listen } from './support/peers.ts';
import type { Peer } from './support/peers.ts';
import { expect, test as site } from './support/test.ts';

type Answer = (response: ServerResponse, origin: string, path: string) => void;

/** A server that answers as a test wants, and allows every page to read it. */
const test = site.extend<{ server2: (answer: Answer) => Promise<Peer> }>({
  server2: async ({ elsewhere }, use) => {
    const open: Peer[] = [];
    await use(async (answer) => {
      const peer: Peer = await listen((request, response) => {
        response.setHeader('access-control-allow-origin', '*');
        answer(response, peer.origin, request.url ?? '');
      });
      open.push(peer);
      elsewhere.add(peer.origin);
      return peer;
    });
    for (const peer of open) await peer.close();
  },
});

const panel = (page: Page) => root(page).getByRole('region', { name: 'Server', exact: true });

async function ask(page: Page, address: string): Promise<void> {
  await page.goto('/playground/');
  await expect(root(page)).toHaveAttribute('data-ready', 'true');
  await root(page).getByRole('button', { name: 'Change server' }).click();
  await panel(page)
    .getByRole('radio', { name: /Your own/ })
    .check();
  await panel(page).getByLabel('Address of the server').fill(address);
  await panel(page).getByRole('button', { name: /^Use / }).click();
}

const json = (response: ServerResponse, document: unknown): void =>
  void response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify(document));

const whole = (origin: string) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
});

test('an address that is none is told why, and nothing is sent', async ({ page }) => {
  await page.goto('/playground/');
  await expect(root(page)).toHaveAttribute('data-ready', 'true');
  await root(page).getByRole('button', { name: 'Change server' }).click();
  await panel(page)
    .getByRole('radio', { name: /Your own/ })
    .check();
  const field = panel(page).getByLabel('Address of the server');
  for (const [address, words] of [
    ['', /Enter the address/],
    ['ftp://auth.example.com', /Only http and https/],
    ['https://user:password@auth.example.com', /a user name or a password/],
    ['http://auth.example.com', /Over http everybody/],
    ['https://platform.devtest.ringcentral.com', /developer sandbox is gone/],
    ['https://platform.ringcentral.com', /RingCentral’s own server/],
  ] as const) {
    await field.fill(address);
    await panel(page).getByRole('button', { name: /^Use / }).click();
    await expect(panel(page).getByText(words)).toBeVisible();
    await expect(field).toHaveValue(address);
  }
  await field.fill('http://localhost:65000');
  await expect(panel(page).getByText(/another program on this computer/)).toBeVisible();
});

test('metadata that says it is somebody else’s is refused, with no way on to the lie', async ({
  page,
  server2,
}) => {
  const peer = await server2((response, origin) =>
    json(response, { ...whole(origin), issuer: 'https://evil.example' }),
  );
  await ask(page, peer.origin);
  await expect(panel(page).getByText(/its issuer is https:\/\/evil\.example/)).toBeVisible();
  await expect(
    panel(page).getByRole('button', { name: 'Continue with RingCentral’s paths' }),
  ).toHaveCount(0);
  await expect(panel(page).getByLabel('Client id')).toHaveCount(0);
});

test('metadata that sends its reader to RingCentral is refused, with no way on', async ({
  page,
  server2,
}) => {
  const peer = await server2((response, origin) =>
    json(response, {
      ...whole(origin),
      authorization_endpoint: 'https://platform.ringcentral.com/restapi/oauth/authorize',
    }),
  );
  await ask(page, peer.origin);
  await expect(
    panel(page).getByText(/In this metadata authorization_endpoint is an address of/),
  ).toBeVisible();
  await expect(
    panel(page).getByRole('button', { name: 'Continue with RingCentral’s paths' }),
  ).toHaveCount(0);
  await expect(panel(page).getByLabel('Client id')).toHaveCount(0);
});

test('a token endpoint elsewhere is named before anything is entered, and before each request; its answer, nested beyond reading, stands as it came', async ({
  page,
  server2,
  expectedRefusals,
}) => {
  const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
  const tokens = await server2((response) =>
    response.writeHead(400, { 'content-type': 'application/json' }).end(deep),
  );
  const { host } = new URL(tokens.origin);
  const peer = await server2((response, origin) =>
    json(response, { ...whole(origin), token_endpoint: `${tokens.origin}/token` }),
  );
  expectedRefusals.add(400);
  await ask(page, peer.origin);
  await panel(page).getByRole('button', { name: 'Load the page with them' }).click();
  await expect(panel(page).getByText(/sends you to another host/)).toContainText(host);
  await panel(page).getByLabel('Client id').fill('an-app');
  await panel(page)
    .getByRole('button', { name: /^Use this app at / })
    .click();
  await openStep(page, 5);
  await expect(card(page).getByText(`Goes to ${host}`)).toBeVisible();
  await send(page).click();
  const head = card(page).locator('.pg-answer-head');
  await expect(head.getByText(/^400/)).toBeVisible();
  await expect(head.getByText(new RegExp(`to ${host}`))).toBeVisible();
  await expect(card(page).getByText('[[[[').first()).toBeVisible();
});

test('metadata that lacks an endpoint says which', async ({ page, server2 }) => {
  const peer = await server2((response, origin) =>
    json(response, { ...whole(origin), token_endpoint: undefined }),
  );
  await ask(page, peer.origin);
  await expect(panel(page).getByText(/names no token_endpoint/)).toBeVisible();
});

test('a web page and a redirect in its place are told apart', async ({ page, server2 }) => {
  const html = await server2((response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Sign in</h1>'),
  );
  await ask(page, html.origin);
  await expect(panel(page).getByText(/answered with a web page/)).toBeVisible();
  await panel(page).getByRole('button', { name: 'Another server' }).click();
  let followed = 0;
  const third = await server2((response) => {
    followed += 1;
    response.end();
  });
  const moved = await server2((response) =>
    response.writeHead(302, { location: `${third.origin}/` }).end(),
  );
  await ask(page, moved.origin);
  await expect(panel(page).getByText(/answered with a redirect/)).toBeVisible();
  expect(followed).toBe(0);
});

test('one that never answers, one that does not end, and the way to stop waiting', async ({
  page,
  server2,
}) => {
  const never = await server2(() => undefined);
  await ask(page, never.origin);
  await expect(panel(page).getByText(/takes up to 10 seconds/)).toBeVisible();
  await panel(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(panel(page).getByText('You stopped it.')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Ask again' }).click();
  await expect(panel(page).getByText(/has not answered within 10 seconds/)).toBeVisible();
  await panel(page).getByRole('button', { name: 'Another server' }).click();
  const slow = await server2((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"issuer":');
  });
  await ask(page, slow.origin);
  await expect(panel(page).getByText(/started to answer, and did not finish/)).toBeVisible();
});

test('a name that nobody answers to is told as that', async ({ page, server2 }) => {
  const gone = await server2(() => undefined);
  await gone.close();
  await ask(page, gone.origin);
  await expect(panel(page).getByText(/Nothing answers at localhost:/)).toBeVisible();
});

test('a callback with another server’s iss stops, and its code is not taken', async ({
  page,
  server2,
}) => {
  const peer = await server2((response, origin, path) => {
    if (!path.startsWith('/authorize')) return json(response, whole(origin));
    const query = new URL(path, origin).searchParams;
    const back = new URL(query.get('redirect_uri') ?? '');
    back.search = String(
      new URLSearchParams({
        code: 'mixed-up',
        state: query.get('state') ?? '',
        iss: 'https://evil.example',
      }),
    );
    response.writeHead(302, { location: back.href }).end();
  });
  await ask(page, peer.origin);
  await panel(page).getByLabel('Client id').fill('an-app');
  await panel(page)
    .getByRole('button', { name: /^Use this app at / })
    .click();
  await Promise.all([page.waitForEvent('popup'), button(page, 'Go to the sign-in').click()]);
  await expect(card(page).getByText(/This answer is of https:\/\/evil\.example/)).toBeVisible();
  await openStep(page, 5);
  await expect(card(page).getByLabel('code', { exact: true })).toHaveValue('');
});

test('an answer that is a redirect is not followed, and a blocked window takes no page by itself', async ({
  page,
  server2,
}) => {
  let followed = 0;
  const third = await server2((response) => {
    followed += 1;
    response.end();
  });
  const peer = await server2((response, origin, path) => {
    if (path.startsWith('/token')) {
      return void response.writeHead(307, { location: `${third.origin}/` }).end();
    }
    return json(response, whole(origin));
  });
  // Before the page that chooses the server reloads itself: a reload of the test's own would meet it half-way.
  await page.addInitScript(() => (window.open = () => null));
  await ask(page, peer.origin);
  await panel(page).getByLabel('Client id').fill('an-app');
  await panel(page)
    .getByRole('button', { name: /^Use this app at / })
    .click();
  await button(page, 'Go to the sign-in').click();
  await expect(root(page).getByText(/blocked the sign-in window.*On this page/)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/playground/');
  await openStep(page, 5);
  await send(page).click();
  await expect(
    card(page)
      .getByText(/answered with a redirect/)
      .first(),
  ).toBeVisible();
  expect(followed).toBe(0);
});
