import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { servePlain } from '../../scripts/preview-static.mjs';
import { site } from './built-site.ts';

const files = readdirSync(site.folder, { recursive: true, encoding: 'utf8' });
const all = new Set(files);
const copies = files.filter((file) => /\.(?:br|gz)$/.test(file) && all.has(file.slice(0, -3)));
const read = (file: string) => readFileSync(join(site.folder, file));

test('each text of 1 kB and more has both copies, and both are what it is', () => {
  const texts = files.filter(
    (file) =>
      /\.(?:html|js|mjs|css|json|svg|md|txt|xml)$/.test(file) &&
      statSync(join(site.folder, file)).size >= 1_000,
  );
  expect(texts).toContain('sw.js');
  expect(copies.length).toBe(2 * texts.length);
  const odd = texts.filter((file) => {
    const plain = read(file);
    return ![brotliDecompressSync(read(`${file}.br`)), gunzipSync(read(`${file}.gz`))].every(
      (copy) => copy.equals(plain),
    );
  });
  expect(odd).toEqual([]);
});

test('no copy is part of what a browser keeps for use without a network', () => {
  const [list = ''] = site.filesIn('/sw/').filter((name) => name.endsWith('.json'));
  const kept = Object.keys(JSON.parse(site.read(`/sw/${list}`)) as object);
  expect(kept.filter((path) => copies.includes(path.slice(1)))).toEqual([]);
});

test('a host that knows nothing of copies serves the files as they are', async () => {
  const plain = (await servePlain({ folder: site.folder })) as {
    origin: string;
    close(): Promise<void>;
  };
  const page = await fetch(`${plain.origin}/flows/jwt/`);
  expect(page.headers.get('content-encoding')).toBeNull();
  expect(await page.text()).toBe(site.read('/flows/jwt/index.html'));
  await plain.close();
});
