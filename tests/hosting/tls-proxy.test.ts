import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type Page, chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/sandbox/hosts/node.ts';
import { walkFlow } from './support/walk-flow.ts';
import { type Running, findProgram, freePort, ownFolder, startProgram } from './support/program.ts';

/** The Node host behind nginx with a certificate, reached at a name as visitors would. */
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const name = 'docs.example.test';
const folder = ownFolder();

let server: RunningServer;
let proxy: Running;
let browser: Browser;
let publicOrigin: string;
/** nginx's default, and what many configure. */
const hostFields = { 'the default': '', passed: 'proxy_set_header Host $http_host;' };

function makeCertificate(): void {
  const { status, stderr } = spawnSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', `/CN=${name}`],
      ...['-addext', `subjectAltName=DNS:${name}`],
      ...['-keyout', folder.at('key.pem'), '-out', folder.at('cert.pem')],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
}

async function startProxy(port: number, hostField: string): Promise<Running> {
  writeFileSync(
    folder.at('nginx.conf'),
    `daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''} pid ${folder.at('pid')}; error_log stderr;
     events {} http { access_log off; server {
       listen 127.0.0.1:${port} ssl;
       ssl_certificate ${folder.at('cert.pem')}; ssl_certificate_key ${folder.at('key.pem')};
       location / {
         proxy_pass http://127.0.0.1:${server.port};
         ${hostField}
         proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
       }
     } }`,
  );
  return startProgram(
    findProgram('nginx'),
    ['-p', folder.path, '-c', folder.at('nginx.conf')],
    port,
  );
}

describe.each(Object.entries(hostFields))('behind a TLS proxy, Host %s', (_, hostField) => {
  beforeAll(async () => {
    makeCertificate();
    const port = await freePort();
    publicOrigin = `https://${name}:${port}`;
    server = await startServer({ port: 0, site: dist, publicOrigin });
    proxy = await startProxy(port, hostField);
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', `--host-resolver-rules=MAP ${name} 127.0.0.1`],
    });
  });
  afterAll(async () => {
    await browser.close();
    await proxy.end();
    await server.close();
    if (hostField !== '') folder.remove();
  });

  async function newPage(): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: publicOrigin });
    const page = await context.newPage();
    const complaints: string[] = [];
    context.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    context.on('weberror', (error) => complaints.push(error.error().message));
    return { page, complaints };
  }

  test('a whole PKCE flow runs in the playground, with the public callback', async () => {
    const { page, complaints } = await newPage();
    await walkFlow(page, 'auth-code-pkce');
    const { events } = (await page.evaluate(async () =>
      (await fetch('/sandbox/api/events/backlog?limit=1000')).json(),
    )) as { events: { exchange: { request: { method: string; url: string } } }[] };
    const urls = events.map(({ exchange }) => exchange.request.url);
    // What reached the sandbox was asked of the public name, and goes back to it.
    expect(new Set(urls.map((url) => new URL(url).origin))).toEqual(new Set([publicOrigin]));
    const authorize = urls.find((url) => url.includes('/oauth/authorize?')) ?? '';
    expect(new URL(authorize).searchParams.get('redirect_uri')).toBe(`${publicOrigin}/callback/`);
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  test('the console steers, and the live page of a quick start hears a program', async () => {
    const { page, complaints } = await newPage();
    await page.goto('/console/');
    await page.getByRole('heading', { name: 'Console' }).waitFor();
    const clock = await page.evaluate(async () => {
      const response = await fetch('/sandbox/api/clock', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: '{"offsetSeconds":0}',
      });
      return response.status;
    });
    expect(clock).toBe(200);
    await page.goto('/quick-start/authorization-flow/node/');
    // The page listens once its stream is open, and the request is told to whoever listens.
    await page.waitForResponse((response) => response.url().includes('/sandbox/api/events?'));
    await fetch(`${server.origin}/restapi/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('sandbox-server-web:sandbox-server-web-secret')}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'made-up' }),
    });
    const rows = page.getByLabel('Requests of your program').locator('.qs-row');
    await rows.first().waitFor();
    await page.context().close();
    expect(complaints).toEqual([]);
  });
});
