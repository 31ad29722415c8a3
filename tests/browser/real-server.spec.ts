import type { Page, Request } from '@playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { button, card, openStep, root, send } from './support/flow-walk.ts';
import { expect, test as site } from './support/test.ts';

/**
 * What would go to RingCentral, caught in the browser before it leaves: its exact octets are compared
 * with what RingCentral's own SDKs send (`@ringcentral/sdk` 5.0.11 and `@rc-ex/core` 1.8.6, captured).
 */
const host = 'https://platform.ringcentral.com';

interface Sent {
  method: string;
  path: string;
  query: [string, string][];
  headers: Record<string, string>;
  body: string | null;
}

/** RingCentral as its documents tell it, with every request that reached it. */
class Caught {
  readonly sent: Sent[] = [];
  /** The callback that the page asked for, with a code. */
  code = 'U0pDMTFQMDFQQVMwMXxBQUF-not-a-secret';

  async note(request: Request): Promise<void> {
    const { pathname, searchParams } = new URL(request.url());
    this.sent.push({
      method: request.method(),
      path: pathname,
      query: [...searchParams],
      headers: await request.allHeaders(),
      body: request.postData(),
    });
  }
  /** Without preflights, which the browser sends by itself. */
  get requests(): Sent[] {
    return this.sent.filter(({ method }) => method !== 'OPTIONS');
  }
  last(path: string): Sent {
    const found = this.requests.findLast((one) => one.path === path);
    if (!found) throw new Error(`Nothing was sent to ${path}`);
    return found;
  }
}

const tokenPath = '/restapi/oauth/token';
const revokePath = '/restapi/oauth/revoke';
const extensionPath = '/restapi/v1.0/account/~/extension/~';

const test = site.extend<{ caught: Caught }>({
  caught: async ({ context, elsewhere, baseURL }, use) => {
    elsewhere.add(host);
    const caught = new Caught();
    const cors = {
      'access-control-allow-origin': String(baseURL),
      'access-control-allow-headers': 'authorization,content-type',
      'access-control-allow-methods': 'GET,POST,OPTIONS',
    };
    let count = 0;
    await context.route(`${host}/**`, async (route) => {
      const request = route.request();
      await caught.note(request);
      const { pathname, searchParams } = new URL(request.url());
      if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors });
      if (pathname === '/restapi/oauth/authorize') {
        const back = new URL(searchParams.get('redirect_uri') ?? '');
        back.searchParams.set('code', caught.code);
        back.searchParams.set('state', searchParams.get('state') ?? '');
        back.searchParams.set('expires_in', '60');
        return route.fulfill({ status: 302, headers: { location: back.href } });
      }
      if (pathname === revokePath) return route.fulfill({ status: 200, headers: cors, body: '' });
      if (pathname !== tokenPath) {
        return route.fulfill({ status: 200, headers: cors, json: { id: 256440016 } });
      }
      count += 1;
      return route.fulfill({
        status: 200,
        headers: cors,
        json: {
          access_token: `U1BCMDFUMDRKV1MwMXxz-access-${count}-not-a-secret`,
          token_type: 'bearer',
          expires_in: 3600,
          refresh_token: `U1BCMDFUMDRKV1MwMXxz-refresh-${count}-not-a-secret`,
          refresh_token_expires_in: 604800,
          scope: 'ReadAccounts',
          owner_id: '256440016',
          endpoint_id: '8zXq6oaLT7WvwWITlGiA1A',
        },
      });
    });
    await use(caught);
  },
});

const panel = (page: Page) => root(page).getByRole('region', { name: 'Server', exact: true });
const clientId = 'AZwEVwGEcfGet2PCouA7K6';
const secret = 'secret-of-a-test-not-a-secret';
const basic = `Basic ${btoa(`${clientId}:${secret}`)}`;

async function open(page: Page, flow: string): Promise<void> {
  await page.goto(`/playground/#flow=${flow}&server=ringcentral`);
  await expect(panel(page).getByRole('radio', { name: /RingCentral/ })).toBeChecked();
}
async function useApp(page: Page, withSecret: boolean): Promise<void> {
  await panel(page).getByLabel('Client id').fill(clientId);
  if (withSecret) await panel(page).getByLabel('Client secret').fill(secret);
  await panel(page)
    .getByRole('button', { name: /^Use this app at platform/ })
    .click();
}
async function goThrough(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('popup'), button(page, 'Go to the sign-in').click()]);
  await expect(card(page).getByText('to your redirect URI')).toBeVisible();
}
async function sendStep(page: Page, number: number): Promise<void> {
  await openStep(page, number);
  await expect(card(page).getByText('Goes to platform.ringcentral.com')).toBeVisible();
  await send(page).click();
  await expect(card(page).locator('.pg-answer-head').getByText('200 OK')).toBeVisible();
}
/** A form as it is on the wire, in its order. */
const form = (body: string | null): [string, string][] => [...new URLSearchParams(body ?? '')];

/** What goes with every form: RingCentral answers 415 to any other type. */
function expectForm({ method, headers, query }: Sent, authorization: string | undefined): void {
  expect(method).toBe('POST');
  expect(query).toEqual([]);
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(headers['authorization']).toBe(authorization);
  expect(headers['cookie']).toBeUndefined();
  expect(headers['referer']).toBeUndefined();
}

test.describe('the requests that would go to platform.ringcentral.com', () => {
  test('nothing goes there before a press, with the choice made by a link', async ({
    page,
    caught,
  }) => {
    await open(page, 'auth-code-pkce');
    await panel(page).getByLabel('Client id').fill(clientId);
    await page.waitForTimeout(1500);
    await useApp(page, false);
    await expect(button(page, 'Go to the sign-in')).toBeEnabled();
    await page.waitForTimeout(1500);
    expect(caught.sent).toEqual([]);
  });

  test('authorization code with PKCE', async ({ page, caught, baseURL }) => {
    await open(page, 'auth-code-pkce');
    await useApp(page, false);
    await goThrough(page);
    const authorize = caught.last('/restapi/oauth/authorize');
    expect(authorize.query.map(([name]) => name)).toEqual([
      'response_type',
      'client_id',
      'redirect_uri',
      'state',
      'code_challenge',
      'code_challenge_method',
    ]);
    expect(Object.fromEntries(authorize.query)).toMatchObject({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: `${baseURL}/callback/`,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    for (const number of [5, 6, 7, 8]) await sendStep(page, number);
    const [exchange, refresh] = caught.requests.filter(({ path }) => path === tokenPath);
    if (!exchange || !refresh) throw new Error('two token requests were to be sent');
    expectForm(exchange, undefined);
    expect(form(exchange.body)).toEqual([
      ['grant_type', 'authorization_code'],
      ['code', caught.code],
      ['redirect_uri', `${baseURL}/callback/`],
      ['client_id', clientId],
      ['code_verifier', expect.stringMatching(/^[\w-]{43}$/)],
    ]);
    const call = caught.last(extensionPath);
    expect(call.method).toBe('GET');
    expect(call.headers['authorization']).toMatch(/^Bearer .*-access-1-/);
    expectForm(refresh, undefined);
    expect(form(refresh.body)).toEqual([
      ['grant_type', 'refresh_token'],
      ['refresh_token', expect.stringContaining('-refresh-1-')],
      ['client_id', clientId],
    ]);
    const revoke = caught.last(revokePath);
    expectForm(revoke, undefined);
    expect(form(revoke.body)).toEqual([
      ['token', expect.stringContaining('-access-2-')],
      ['client_id', clientId],
    ]);
  });

  test('authorization code: the secret in Basic, and in no body and no address', async ({
    page,
    caught,
    baseURL,
  }) => {
    await open(page, 'auth-code');
    await useApp(page, true);
    await goThrough(page);
    expect(JSON.stringify(caught.last('/restapi/oauth/authorize').query)).not.toContain('secret');
    for (const number of [5, 6, 7, 8]) await sendStep(page, number);
    const [exchange, refresh] = caught.requests.filter(({ path }) => path === tokenPath);
    if (!exchange || !refresh) throw new Error('two token requests were to be sent');
    expectForm(exchange, basic);
    expect(form(exchange.body)).toEqual([
      ['grant_type', 'authorization_code'],
      ['code', caught.code],
      ['redirect_uri', `${baseURL}/callback/`],
    ]);
    expectForm(refresh, basic);
    expect(form(refresh.body).map(([name]) => name)).toEqual(['grant_type', 'refresh_token']);
    const revoke = caught.last(revokePath);
    expectForm(revoke, basic);
    expect(form(revoke.body).map(([name]) => name)).toEqual(['token']);
  });

  test('JWT', async ({ page, caught }) => {
    await open(page, 'jwt');
    await useApp(page, true);
    const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0.bm90LWEtc2VjcmV0';
    await card(page).getByLabel('JWT credential').fill(` ${jwt}\n`);
    await button(page, 'Use this JWT').click();
    for (const number of [2, 3, 4, 5]) await sendStep(page, number);
    const [exchange] = caught.requests.filter(({ path }) => path === tokenPath);
    if (!exchange) throw new Error('a token request was to be sent');
    expectForm(exchange, basic);
    expect(exchange.body).toBe(
      `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${jwt}`,
    );
  });

  test('implicit goes to the authorization endpoint alone; password goes nowhere, with the reason', async ({
    page,
    caught,
  }) => {
    await open(page, 'implicit');
    await useApp(page, false);
    await Promise.all([page.waitForEvent('popup'), button(page, 'Go to the sign-in').click()]);
    await expect.poll(() => caught.requests.length).toBe(1);
    expect(caught.last('/restapi/oauth/authorize').query[0]).toEqual(['response_type', 'token']);

    await open(page, 'password');
    await expect(
      panel(page).getByText(/sends no password to RingCentral.*31 March 2024/),
    ).toBeVisible();
    await expect(panel(page).getByRole('button', { name: /^Use this app/ })).toHaveCount(0);
    await expect(root(page)).not.toHaveAttribute('data-ready', 'true');
    expect(caught.requests).toHaveLength(1);
  });

  test('.biz is another host, and its requests go there', async ({ page, context, elsewhere }) => {
    const biz = 'https://platform.ringcentral.biz';
    elsewhere.add(biz);
    const seen: string[] = [];
    await context.route(`${biz}/**`, async (route) => {
      seen.push(new URL(route.request().url()).pathname);
      await route.fulfill({ status: 403, body: 'No redirect URI is registered' });
    });
    await open(page, 'auth-code-pkce');
    await panel(page)
      .getByRole('radio', { name: /platform\.ringcentral\.biz/ })
      .check({
        force: true,
      });
    await panel(page).getByLabel('Client id').fill(clientId);
    await panel(page)
      .getByRole('button', { name: 'Use this app at platform.ringcentral.biz' })
      .click();
    const [window] = await Promise.all([
      page.waitForEvent('popup'),
      button(page, 'Go to the sign-in').click(),
    ]);
    await expect.poll(() => seen).toEqual(['/restapi/oauth/authorize']);
    await window.close();
    await expect(card(page).getByText(/Sign in at platform.ringcentral.biz/)).toBeVisible();
  });
});

test('the reader’s secrets stand on the page after Show alone, and go as they are', async ({
  page,
  caught,
}) => {
  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ0ZXN0In0.bm90LWEtc2VjcmV0';
  const onPage = () =>
    page.evaluate(() => {
      const fields = [...document.querySelectorAll('textarea')].map(({ value }) => value);
      return [document.body.textContent, ...fields].join('\n');
    });
  const expectHidden = async () => {
    const text = await onPage();
    for (const hidden of [secret, basic.slice('Basic '.length), jwt, encodeURIComponent(jwt)]) {
      expect(text).not.toContain(hidden);
    }
  };
  await open(page, 'jwt');
  await useApp(page, true);
  await card(page).getByText('A customer makes it for your app, by a link').click();
  await expect(card(page).getByText(`create?client_id=${clientId}`)).toBeVisible();
  await card(page).getByLabel('JWT credential').fill(jwt);
  await button(page, 'Use this JWT').click();
  await expect(card(page).getByText(`assertion, ${jwt.length} characters`)).toBeVisible();
  await expectHidden();

  await openStep(page, 2);
  const shown = `Basic: client_secret, ${secret.length} characters`;
  await expect(card(page).getByText(shown)).toBeVisible();
  await card(page)
    .getByRole('button', { name: /^As HTTP/ })
    .click();
  await expect(card(page).getByText(/masked-assertion-1-\d+chars/)).toBeVisible();
  await expectHidden();
  await expectNoViolations(page);

  const show = button(page, 'Show Authorization');
  await expect(show).toHaveAttribute('aria-pressed', 'false');
  await show.click();
  await expect(show).toHaveAttribute('aria-pressed', 'true');
  await expect(card(page).getByLabel('Authorization', { exact: true })).toHaveValue(basic);
  await button(page, 'Show the secrets of this request').click();
  await expect(card(page).locator('.pg-viewer')).toContainText(`assertion=${jwt}`);
  await openStep(page, 1);
  await openStep(page, 2);
  await expect(show).toHaveAttribute('aria-pressed', 'false');
  await expectHidden();

  await sendStep(page, 2);
  expectForm(caught.last(tokenPath), basic);
  expect(caught.last(tokenPath).body).toContain(`assertion=${jwt}`);
  expect(await onPage()).not.toContain('-access-1-');
  await expectHidden();
});

test('with an app that exists, to a token in six presses and two fields', async ({
  page,
  caught,
}) => {
  let presses = 0;
  let fields = 0;
  await page.goto('/playground/#flow=auth-code');
  await expect(root(page)).toHaveAttribute('data-ready', 'true');
  const press = async (name: string | RegExp): Promise<void> => {
    presses += 1;
    await root(page)
      .getByRole('button', { name, exact: typeof name === 'string' })
      .click();
  };
  const fill = async (label: string, value: string): Promise<void> => {
    fields += 1;
    await panel(page).getByLabel(label).fill(value);
  };
  await press('Change server');
  presses += 1;
  await panel(page)
    .getByRole('radio', { name: /RingCentral/ })
    .check();
  await fill('Client id', clientId);
  await fill('Client secret', secret);
  await press(/^Use this app at platform/);
  await Promise.all([page.waitForEvent('popup'), press('Go to the sign-in')]);
  await expect(card(page).getByText('to your redirect URI')).toBeVisible();
  await press('Exchange the code');
  await press('Send');
  await expect(card(page).locator('.pg-answer-head').getByText('200 OK')).toBeVisible();
  expect({ presses, fields }).toEqual({ presses: 6, fields: 2 });
  expect(caught.requests.map(({ path }) => path)).toEqual(['/restapi/oauth/authorize', tokenPath]);
});

test.describe('after a whole run and Revoke and forget', () => {
  test('no history entry, storage, log, stream or link holds a secret, a code or a token', async ({
    page,
    caught,
    server,
  }) => {
    const leaked = /not-a-secret|AZwEVwGEcfGet2PCouA7K6/;
    await open(page, 'auth-code');
    await useApp(page, true);
    await goThrough(page);
    for (const number of [5, 6, 7]) await sendStep(page, number);
    await expect(card(page)).not.toContainText('not-a-secret');

    const before = caught.requests.length;
    await panel(page).getByRole('button', { name: 'Revoke and forget' }).click();
    await expect(panel(page).getByText(/revoked, the server answered 200/)).toBeVisible();
    // One token ends the session at RingCentral.
    const revoked = caught.requests.slice(before);
    expect(revoked.map(({ path }) => path)).toEqual([revokePath]);
    expectForm(revoked[0] as Sent, basic);
    await expect(panel(page).getByText(/has deleted what you entered/)).toBeVisible();
    await page.getByText('What this tab holds and what left it').first().click();
    await expect(
      panel(page).getByText(/is in the browser’s own history; the code worked once/),
    ).toBeVisible();

    const held = await page.evaluate(async () => {
      const databases = await indexedDB.databases();
      return JSON.stringify({
        session: { ...sessionStorage },
        local: { ...localStorage },
        cookies: document.cookie,
        name: window.name,
        address: location.href,
        state: history.state as unknown,
        databases,
        links: [...document.links].map(({ href }) => href),
        fields: [...document.querySelectorAll('input, textarea')].map(
          (field) => (field as HTMLInputElement).value,
        ),
        text: document.body.innerText,
      });
    });
    expect(held).not.toMatch(leaked);

    // The tab's own history, as the browser keeps it.
    const devtools = await page.context().newCDPSession(page);
    const { entries } = await devtools.send('Page.getNavigationHistory');
    expect(JSON.stringify(entries)).not.toMatch(leaked);

    // What the sandbox has of it: nothing, in its log and in its stream.
    const backlog = await fetch(`${server.origin}/sandbox/api/events/backlog`);
    expect(await backlog.text()).not.toMatch(leaked);
  });

  test('what cannot be revoked is named with its end', async ({ page, caught, context }) => {
    void caught;
    await open(page, 'auth-code-pkce');
    await useApp(page, false);
    await goThrough(page);
    await sendStep(page, 5);
    await context.route(`${host}${revokePath}`, (route) => route.abort('connectionrefused'));
    await panel(page).getByRole('button', { name: 'Revoke and forget' }).click();
    await expect(
      panel(page).getByText(/Refresh token: no answer could be read\..*It ends by itself at/),
    ).toBeVisible();
  });
});

test.describe('a third host', () => {
  for (const address of ['/console/', '/playground/', '/diagnose/']) {
    test(`${address} may not connect to one`, async ({ page, complaints, elsewhere }) => {
      elsewhere.add('https://third.example');
      await page.goto(address);
      const outcome = await page.evaluate(async () => {
        const told = new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          );
        });
        const failed = await fetch('https://third.example/').then(
          () => 'sent',
          () => 'failed',
        );
        return { failed, directive: await told };
      });
      expect(outcome).toEqual({ failed: 'failed', directive: 'connect-src' });
      complaints.length = 0;
    });
  }
});
