import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { BuiltSite } from '../built-site.mjs';
import {
  budgets,
  htmlBudgets,
  lateBudgets,
  measure,
  measureHtml,
  measureLate,
} from './budgets.mjs';
import { staticImports, weigh } from './page-scripts.mjs';

const folders: string[] = [];

function measured(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'budgets-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const [row] = measure(new BuiltSite(folder));
  if (!row) throw new Error('no page');
  return row;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Code that gzip cannot make smaller than it says. */
const heavy = (bytes: number) => `export const x="${randomBytes(bytes).toString('base64')}";`;

test('the HTML of guides and quick starts has a budget, what is looked up in has none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'html-'));
  folders.push(folder);
  const pages = {
    'flows/jwt': htmlBudgets.flows + 1,
    'guides/security': htmlBudgets.guides - 100,
    'quick-start/a/b': htmlBudgets['quick-start'] + 1,
    'reference/errors': 1_000_000,
  };
  for (const [path, size] of Object.entries(pages)) {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'index.html'), `<html><p>${'a'.repeat(size - 9)}`);
  }
  expect(measureHtml(new BuiltSite(folder))).toEqual([
    { address: '/flows/jwt/', total: 160_001, limit: 160_000, isWithin: false },
    { address: '/guides/security/', total: 159_900, limit: 160_000, isWithin: true },
    { address: '/quick-start/a/b/', total: 250_001, limit: 250_000, isWithin: false },
  ]);
});

test('a worker over its budget is found, and one that is missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'late-'));
  folders.push(folder);
  writeFileSync(join(folder, 'sw.js'), heavy(lateBudgets['/sw.js']));
  expect(measureLate(new BuiltSite(folder)).map(({ isWithin }) => isWithin)).toEqual([
    false,
    false,
    false,
  ]);
  mkdirSync(join(folder, '_astro'));
  for (const name of ['sw.js', 'host.js', '_astro/worker-h4Sh.js', '_astro/other.js']) {
    writeFileSync(join(folder, name), name.includes('other') ? heavy(200_000) : 'a()');
  }
  expect(measureLate(new BuiltSite(folder)).map(({ isWithin }) => isWithin)).toEqual([
    true,
    true,
    true,
  ]);
});

test('what a worker imports before it runs counts with it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'late-'));
  folders.push(folder);
  mkdirSync(join(folder, '_astro'));
  writeFileSync(join(folder, '_astro/worker-h4Sh.js'), 'import"./a.js";import("./b.js")');
  writeFileSync(join(folder, '_astro/b.js'), heavy(lateBudgets['/_astro/worker-*.js']));
  const isWithin = (): boolean | undefined => measureLate(new BuiltSite(folder))[2]?.isWithin;
  writeFileSync(join(folder, '_astro/a.js'), 'a()');
  expect(isWithin()).toBe(true);
  writeFileSync(join(folder, '_astro/a.js'), heavy(lateBudgets['/_astro/worker-*.js']));
  expect(isWithin()).toBe(false);
});

test('a page of prose without a script weighs nothing', () => {
  expect(measured({ 'index.html': '<p>text</p>' })).toMatchObject({ kind: 'prose', total: 0 });
});

test('a script, what it imports and what that imports all count, each once', () => {
  const { files, total } = measured({
    'index.html':
      '<script type="module" src="/_astro/a.js"></script><link rel="modulepreload" href="/_astro/c.js">',
    '_astro/a.js': 'import{x}from"./b.js";import"./c.js";console.log(x)',
    '_astro/b.js': 'export{y as x}from"./c.js"',
    '_astro/c.js': 'export const y=1',
  });
  expect([...files.keys()].sort()).toEqual(['/_astro/a.js', '/_astro/b.js', '/_astro/c.js']);
  expect(total).toBe([...files.values()].reduce((sum, size) => sum + size, 0));
});

test('what is imported on demand does not count', () => {
  expect(staticImports('import("./late.js");import a from"./now.js"', '/_astro/a.js')).toEqual([
    '/_astro/now.js',
  ]);
});

test('an inline script counts, a block of data does not', () => {
  const code = 'console.log(1)';
  const row = measured({
    'index.html': `<script>${code}</script><script type="application/json">{"a":1}</script>`,
  });
  expect(row.total).toBe(weigh(code));
});

test('an island counts with its component and its renderer', () => {
  const row = measured({
    'index.html':
      '<astro-island component-url="/_astro/i.js" renderer-url="/_astro/r.js"></astro-island>',
    '_astro/i.js': 'import"./shared.js"',
    '_astro/r.js': 'export default 1',
    '_astro/shared.js': 'export const s=1',
  });
  expect(row.kind).toBe('island');
  expect(row.files.size).toBe(3);
});

test('a page of prose over its budget is found', () => {
  const row = measured({
    'index.html': '<script src="/x.js"></script>',
    'x.js': heavy(budgets.prose),
  });
  expect(row.isWithin).toBe(false);
});

test('a page with an island over its budget is found, and one beside it is not', () => {
  const island = '<astro-island component-url="/i.js"></astro-island>';
  expect(measured({ 'index.html': island, 'i.js': heavy(budgets.island) }).isWithin).toBe(false);
  expect(measured({ 'index.html': island, 'i.js': heavy(budgets.prose) }).isWithin).toBe(true);
});
