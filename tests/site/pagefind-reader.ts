import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import type { Pagefind } from '#components/search/pagefind.ts';
import { site } from './built-site.ts';

interface Reader extends Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
}

/** Pagefind's own reader over the built index, its files from disk in place of a server. */
export async function openReader(): Promise<Pagefind> {
  const folder = join(site.folder, 'pagefind');
  vi.stubGlobal('document', { currentScript: null, querySelector: () => null });
  vi.stubGlobal('location', new URL('http://localhost/'));
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('fetch', async (address: string) => {
    const { pathname } = new URL(address, 'http://localhost');
    return new Response(await readFile(join(site.folder, pathname)));
  });
  const address = pathToFileURL(join(folder, 'pagefind.js')).href;
  const reader = (await import(/* @vite-ignore */ address)) as Reader;
  await reader.options({ basePath: '/pagefind/', baseUrl: '/', noWorker: true });
  await reader.init();
  return reader;
}
