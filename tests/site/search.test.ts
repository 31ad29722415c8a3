import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findHits, type Pagefind } from '#components/search/pagefind.ts';
import { errorCodes } from '#protocol/errors/catalogue.ts';
import { framedPages, site } from './built-site.ts';

interface Reader extends Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
}

/** Pagefind's own reader over the built index, its files from disk in place of a server. */
let reader: Reader;
beforeAll(async () => {
  const folder = join(site.folder, 'pagefind');
  vi.stubGlobal('document', { currentScript: null, querySelector: () => null });
  vi.stubGlobal('location', new URL('http://localhost/'));
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('fetch', async (address: string) => {
    const name = new URL(address, 'http://localhost').pathname.replace('/pagefind/', '');
    return new Response(await readFile(join(folder, name)));
  });
  const address = pathToFileURL(join(folder, 'pagefind.js')).href;
  reader = (await import(/* @vite-ignore */ address)) as Reader;
  await reader.options({ basePath: '/pagefind/', baseUrl: '/', noWorker: true });
  await reader.init();
});
afterAll(() => void vi.unstubAllGlobals());

/** What Pagefind indexes of a page, without tags; a code within a program or a script is no word of it. */
function wordsOf(html: string): string {
  const main = /<main[^>]*data-pagefind-body[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  return main
    .replaceAll(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ');
}

const words = framedPages.map(({ address, html }) => ({ address, text: wordsOf(html) }));
const codes = errorCodes
  .map((code) => ({
    code,
    on: words
      .filter(({ text }) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(text))
      .map(({ address }) => address),
  }))
  .filter(({ on }) => on.length > 0);

describe('the search finds an error by its code', () => {
  test('there are codes to look for', () => {
    expect(codes.length).toBeGreaterThan(30);
  });

  test.each(codes)('$code on every page that has it', async ({ code, on }) => {
    const { results } = await reader.search(code);
    const found = await Promise.all(results.map((result) => result.data()));
    expect(found.map(({ url }) => url).sort()).toEqual(expect.arrayContaining(on));
    // Before any page that has only a word that begins so.
    const first = found.slice(0, on.length).map(({ url }) => url);
    expect(
      first.filter((url) => on.includes(url)),
      `first: ${first.join(' ')}`,
    ).not.toEqual([]);
  });

  test.each([
    'electron',
    'react',
    'SaaS',
    'nightly job',
    'cron',
    'daemon',
    'Chrome extension',
    'kiosk',
    'headless',
    'IVR',
    'VBA',
    'Google Apps Script',
    'Apps Script',
    'Zapier',
  ])('%s, a word that a reader brings, leads to the chooser', async (word) => {
    const [hit] = (await findHits(reader, word)) ?? [];
    expect(hit?.url.split('#')[0]).toBe('/choose/');
  });

  test.each([
    ['token_type_hint', '/reference/endpoints/'],
    ['endpoints', '/reference/endpoints/'],
    // The chooser says what Postman is; how to set it up is what who types it wants.
    ['Postman', '/quick-start/'],
    ['recorded witness', '/reference/sandbox-and-ringcentral/'],
    ['open questions', '/reference/sandbox-and-ringcentral/'],
    ['conformance', '/reference/conformance/'],
  ])('%s leads to %s, first or second', async (asked, address) => {
    const hits = (await findHits(reader, asked)) ?? [];
    expect(hits.slice(0, 2).map(({ url }) => url.split('#')[0])).toContain(address);
  });

  test('no term is glued to its description', () => {
    for (const { html, address } of framedPages) {
      expect(/<\/d[td]><d[td][\s>]/.test(html), address).toBe(false);
    }
  });
});
