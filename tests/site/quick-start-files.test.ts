import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { parseTarGzip } from 'nanotar';
import { describe, expect, test } from 'vitest';
import { languages } from '#components/quick-start/languages.ts';
import { startFirst } from '#sandbox/hosts/archive.ts';
import { archiveNames } from '#components/quick-start/archives.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist/quick-start/files');

/** What the folder holds, by its own walk: every file but the pages, `.env.example` as `.env` with its first line. */
function sources(flow: string, slug: string): Record<string, string> {
  const folder = join(root, 'content/quick-start', flow, slug);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.mdx'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const own = names.map((name) => [
    `${flow}-${slug}/${name.replace(/\.env\.example$/, '.env')}`,
    (name.endsWith('.env.example') ? `${startFirst}\n` : '') +
      readFileSync(join(folder, name), 'utf8'),
  ]);
  // The scripts' folders hold the web app's lesson and settings, which are written once.
  const { beside } = languages.find((one) => one.slug === slug) ?? {};
  const shared = flow === 'password-flow' && beside ? [beside.lesson, beside.settings] : [];
  const lent = shared.flatMap((name) => {
    const text = readFileSync(
      join(root, 'content/quick-start/authorization-flow', slug, name),
      'utf8',
    );
    return ['', 'password/'].map((place) => [`${flow}-${slug}/${place}${name}`, text]);
  });
  return Object.fromEntries([...own, ...lent]);
}

describe.each(archiveNames)('/quick-start/files/$name', ({ name, flow, slug }) => {
  test('the zip holds the very files that run, with a .env that is filled in', () => {
    const files = unzipSync(readFileSync(join(built, `${name}.zip`)));
    const texts = Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]);
    expect(Object.fromEntries(texts)).toEqual(sources(flow, slug));
    expect(Object.keys(files)).toContain(`${name}/.env`);
    expect(Object.keys(files)).not.toContain(`${name}/.env.example`);
  });

  test('the tar.gz holds the same', async () => {
    const files = await parseTarGzip(readFileSync(join(built, `${name}.tar.gz`)));
    expect(Object.fromEntries(files.map((file) => [file.name, file.text]))).toEqual(
      sources(flow, slug),
    );
  });
});

test('there is an archive a program, and nothing else', () => {
  const expected = archiveNames.flatMap(({ name }) => [`${name}.tar.gz`, `${name}.zip`]);
  expect(readdirSync(built).sort()).toEqual(expected.sort());
});
