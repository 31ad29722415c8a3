import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sources } from '#app-settings/sources.ts';
import { knownPaths } from './cited-paths.ts';

const known = Object.entries(knownPaths).flatMap(([revision, paths]) =>
  paths.map((path) => `https://github.com/ringcentral/${revision}/${path}`),
);

const root = new URL('../../', import.meta.url);
const texts = ['content/', 'src/'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(mdx|ts|tsx|astro)$/.test(name))
    .map((name) => readFileSync(new URL(folder + name, root), 'utf8')),
);

/** A file or commit of one of RingCentral's repositories, wherever it is cited. */
const citation =
  /https:\/\/github\.com\/ringcentral\/[\w.-]+\/(?:blob|tree|commit|raw)\/[^\s)'"`#$<>]+/g;

const cited = new Set([
  ...texts.flatMap((text) => [...text.matchAll(citation)].map(([address]) => address)),
  ...Object.values(sources).flatMap((source) =>
    'href' in source ? (source.href.match(citation) ?? []) : [],
  ),
]);

test('each cited file of a ringcentral repository exists at its revision', () => {
  // A folder is where addresses are put together from.
  const files = [...cited].filter((address) => !address.endsWith('/'));
  expect(files.filter((address) => !known.includes(address))).toEqual([]);
});

test('each file that was looked up is cited', () => {
  expect(known.filter((address) => !cited.has(address))).toEqual([]);
});
