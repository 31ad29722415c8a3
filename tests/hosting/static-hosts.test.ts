import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest } from '../support/raw-request.ts';
import { walkFlow } from './support/walk-flow.ts';
import { type Running, findProgram, freePort, ownFolder, startProgram } from './support/program.ts';

/** The built site as its own configuration files publish it. */
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const folder = ownFolder();
const read = (name: string) => readFileSync(join(dist, name), 'utf8');

const hosts: Record<string, (port: number) => [command: string, words: string[]]> = {
  nginx: (port) => {
    const site = read('_nginx.conf')
      .replace('/srv/authorization-flows', dist)
      .replace('listen 80;', `listen 127.0.0.1:${port};`);
    writeFileSync(
      folder.at('nginx.conf'),
      `daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''} pid ${folder.at('pid')}; error_log stderr;
       events {} http { include /etc/nginx/mime.types; access_log off; ${site} }`,
    );
    return [findProgram('nginx'), ['-p', folder.path, '-c', folder.at('nginx.conf')]];
  },
  caddy: (port) => {
    const site = read('_Caddyfile')
      .replace('/srv/authorization-flows', dist)
      .replace(':80 {', `http://127.0.0.1:${port}, http://localhost:${port} {`);
    writeFileSync(folder.at('Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
    return [
      findProgram('caddy'),
      ['run', '--adapter', 'caddyfile', '--config', folder.at('Caddyfile')],
    ];
  },
};
afterAll(() => folder.remove());

describe.each(Object.keys(hosts))('the built site on %s', (name) => {
  let running: Running;
  let origin: string;
  beforeAll(async () => {
    const port = await freePort();
    const [command, words] = hosts[name]?.(port) ?? ['', []];
    running = await startProgram(command, words, port);
    origin = `http://localhost:${port}`;
  });
  afterAll(() => running.end());

  test('sends what a page needs in its header, and nothing that stops the search', async () => {
    const page = await fetch(`${origin}/playground/`);
    expect(page.status).toBe(200);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin-allow-popups',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
    const callback = await fetch(`${origin}/callback/`);
    expect(callback.headers.get('cross-origin-opener-policy')).toBeNull();
    expect(callback.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    const script = /\/_astro\/[^"]+\.js/.exec(await page.text())?.[0] ?? '';
    const asset = await fetch(origin + script);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('content-security-policy')).toBeNull();
    expect((await fetch(`${origin}/sw.js`)).headers.get('cache-control')).toBe('no-cache');
  });

  test('answers what is not there with the 404 page, adds a slash, hides the notes to hosts', async () => {
    const missing = await fetch(`${origin}/nothing/here/`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('<html');
    const slash = await fetch(`${origin}/playground`, { redirect: 'manual' });
    expect([301, 308]).toContain(slash.status);
    expect(new URL(slash.headers.get('location') ?? '', origin).pathname).toBe('/playground/');
    for (const note of ['_headers', '_nginx.conf', '_Caddyfile', '.built-from']) {
      expect((await fetch(`${origin}/${note}`)).status, note).toBe(404);
    }
  });

  test('sends the build’s own copies to whoever takes them, with the media type of what they hold', async () => {
    for (const [path, type] of [
      ['/flows/jwt/', 'text/html'],
      ['/flows/jwt.md', 'text/markdown'],
      ['/errors.json', 'application/json'],
      ['/sw.js', 'text/javascript|application/javascript'],
    ] as const) {
      const answered = async (accepted: string) => {
        const { status, headers, body } = await rawRequest(origin + path, {
          headers: { 'accept-encoding': accepted },
        });
        expect(status, path).toBe(200);
        expect(headers['content-type'], path).toMatch(new RegExp(`^(?:${type})`));
        expect(headers['vary'], path).toBe('Accept-Encoding');
        return { encoding: headers['content-encoding'], body };
      };
      expect((await answered('gzip')).encoding, path).toBe('gzip');
      const plain = await answered('gzip;q=0');
      expect(plain.encoding, path).toBeUndefined();
      // nginx has no Brotli of its own.
      if (name === 'caddy') expect((await answered('gzip, br')).encoding, path).toBe('br');
      // `fetch` takes every encoding, and shows what it was.
      expect(await (await fetch(origin + path)).text(), path).toBe(plain.body);
    }
  });

  test('a flow runs in the tab, with no console error', async () => {
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    });
    const page = await (await browser.newContext({ baseURL: origin })).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await walkFlow(page, 'password');
    expect(complaints).toEqual([]);
    await browser.close();
  });
});

test('_headers names each page, and no file that is none', () => {
  const text = read('_headers');
  expect(text).toMatch(/^\/\*\n {2}X-Content-Type-Options: nosniff\n/);
  expect(text).toContain(
    "\n/playground/\n  Content-Security-Policy: frame-ancestors 'none'\n  Cross-Origin-Opener-Policy: same-origin-allow-popups\n",
  );
  expect(text).toMatch(/\n\/callback\/\n {2}Content-Security-Policy: [^\n]*\n(?:\n|$)/);
  // Cloudflare Pages reads so many rules and no more.
  expect(text.match(/^\//gm)?.length).toBeLessThanOrEqual(100);
});
