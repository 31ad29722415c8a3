import { usualOrigin } from '#protocol/usual-origin.ts';
import { callTabScript, clearAddressScript } from '#islands/callback/clear-address.ts';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pages, site } from './built-site.ts';

const { policy } = JSON.parse(site.read('/_csp.json')) as { policy: string };
const directive = (text: string, name: string) =>
  text
    .split(';')
    .map((part) => part.trim().split(/\s+/))
    .find(([first]) => first === name)
    ?.slice(1) ?? [];
const scriptSources = directive(policy, 'script-src');
const inlineScripts = (elements: (typeof pages)[number]['elements']) =>
  elements.filter(
    ({ name, attributes }) =>
      name === 'script' &&
      attributes['src'] === undefined &&
      ['', 'module', 'text/javascript'].includes(attributes['type'] ?? ''),
  );

test('scripts are named by hash: nothing inline passes unseen, no eval', () => {
  expect(scriptSources).not.toContain("'unsafe-inline'");
  expect(scriptSources).not.toContain("'unsafe-eval'");
  expect(scriptSources.filter((source) => source.startsWith('http'))).toEqual([]);
});

test.each(site.pages)('$address: every inline script is one of the hashes', ({ elements }) => {
  for (const { text } of inlineScripts(elements)) {
    const hash = createHash('sha256').update(text).digest('base64');
    expect(scriptSources).toContain(`'sha256-${hash}'`);
    // The Node host writes its own address over the usual one, and the hash would be another.
    expect(text).not.toContain(new URL(usualOrigin).host);
  }
});

test.each(site.pages)('$address: no script stands in an attribute', ({ elements }) => {
  for (const { name, attributes } of elements) {
    for (const [attribute, value] of Object.entries(attributes)) {
      expect(attribute, name).not.toMatch(/^on[a-z]+$/);
      expect(String(value), name).not.toMatch(/^\s*javascript:/i);
    }
  }
});

test.each(site.pages)('$address: carries the policy before anything it governs', ({ elements }) => {
  const [first] = elements.filter(
    ({ name, attributes }) =>
      !['html', 'head'].includes(name) && !(name === 'meta' && attributes['charset']),
  );
  expect(first?.attributes['http-equiv']).toBe('content-security-policy');
  expect(`${first?.attributes['content'] ?? ''}; frame-ancestors 'none'`).toBe(policy);
});

test('the charset stands within the first 1,024 bytes', () => {
  for (const { html, address } of pages) {
    expect(html.slice(0, 1024), address).toMatch(/<meta charset="?utf-8"?/i);
  }
});

test("Pagefind's WebAssembly and worker may run, and its files are there", () => {
  expect(scriptSources).toContain("'wasm-unsafe-eval'");
  expect(directive(policy, 'worker-src')).toEqual(["'self'"]);
  for (const file of ['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json']) {
    expect(existsSync(join(site.folder, 'pagefind', file)), file).toBe(true);
  }
});

test('style attributes work, as highlighted code needs; styles have no hashes, which would end that', () => {
  expect(directive(policy, 'style-src')).toEqual(["'self'", "'unsafe-inline'"]);
});

test.each(pages)('$address: no address of a page leaves with a request', ({ elements }) => {
  expect(
    elements.filter(
      ({ name, attributes }) => name === 'meta' && attributes['name'] === 'referrer',
    )[0]?.attributes['content'],
  ).toBe('no-referrer');
});

test.each(pages)('$address: connect-src is narrowed before any script can run', ({ elements }) => {
  const scripts = elements.filter(({ name }) => name === 'script');
  const narrowing = scripts.findIndex(({ text }) => text.includes('connect-src'));
  // The callback clears its address first, and that script talks to nobody.
  const before = scripts.slice(0, narrowing);
  expect(narrowing).toBeGreaterThanOrEqual(0);
  // Both of the callback page, as they stand: they reach this site's own tabs alone.
  for (const { text } of before) expect([clearAddressScript, callTabScript]).toContain(text);
  expect(scripts[narrowing]?.text).toContain('https://platform.ringcentral.com');
  expect(scripts[narrowing]?.text).toContain('https://platform.ringcentral.biz');
});
