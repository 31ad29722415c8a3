import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll } from 'vitest';
import { browser as spec } from '../conformance/table/apps.ts';
import { ownSandbox } from '../interop/clients/given.ts';
import { walks, type Session } from '../interop/clients/walk.ts';
import { makeApp } from '../interop/reader.ts';

/** A page of another origin that holds the client alone, as a single-page app does. */
const script = readFileSync(
  new URL('../browser/oidc-client-ts.min.js', import.meta.resolve('oidc-client-ts')),
);
const appPage = '<!doctype html><title>App</title><script src="/client.js"></script>';
const site = createServer((request, response) => {
  const isScript = request.url === '/client.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
  response.end(isScript ? script : appPage);
});
beforeAll(() => new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => site.close(resolve)));

interface Tokens {
  access_token: string;
}
type Method = 'signinRedirect' | 'signinCallback' | 'signinSilent' | 'revokeTokens';
type Manager = Record<Method, (types?: string[]) => Promise<Tokens | undefined>>;

/** Calls one method of the client's manager, made anew as on each load of a page. */
const call = (page: Page, settings: object, name: Method, argument?: string[]) =>
  page.evaluate(
    async ([given, method, types]) => {
      const { UserManager } = Reflect.get(window, 'oidc') as {
        UserManager: new (settings: object) => Manager;
      };
      // An argument that is undefined is none: the address of the page stands in for it.
      return (await new UserManager(given)[method](types))?.access_token;
    },
    [settings, name, argument] as const,
  );

const sandbox = ownSandbox();

walks('oidc-client-ts', 'code with PKCE in Chromium, public client', sandbox.now, async () => {
  const origin = `http://localhost:${(site.address() as AddressInfo).port}`;
  const redirectUri = `${origin}/callback`;
  const { clientId } = await makeApp(sandbox.now(), { ...spec, redirectUris: [redirectUri] });
  const server = sandbox.now().origin;
  const at = (path: string) => `${server}/restapi/oauth/${path}`;
  const settings = {
    authority: server,
    metadata: {
      issuer: server,
      authorization_endpoint: at('authorize'),
      token_endpoint: at('token'),
      revocation_endpoint: at('revoke'),
    },
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'ReadAccounts',
  };
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '' });
  const page = await browser.newPage();
  await page.goto(origin);
  // The page that calls is left before its call answers.
  await Promise.all([
    page.waitForURL(`${server}/**`),
    call(page, settings, 'signinRedirect').catch(() => undefined),
  ]);
  while (!page.url().startsWith(redirectUri)) {
    const left = page.url();
    await page.getByRole('button').first().click();
    await page.waitForURL((url) => url.href !== left);
  }
  return {
    access: (await call(page, settings, 'signinCallback')) ?? '',
    refresh: async () => (await call(page, settings, 'signinSilent')) ?? '',
    async revoke() {
      await call(page, settings, 'revokeTokens', ['refresh_token']);
      await browser.close();
    },
  } satisfies Session;
});
