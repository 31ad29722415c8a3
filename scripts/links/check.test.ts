import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { BuiltSite } from '../built-site.mjs';
import { checkLinks } from './check.mjs';

const folders: string[] = [];

function problemsOf(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return checkLinks(new BuiltSite(folder)).problems;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const guide = '<h2 id="run-it">Run it</h2>';

test('a link to a page, a fragment, a file and a server path is good', () => {
  expect(
    problemsOf({
      'index.html': `<a href="/a/#run-it">a</a><a href="/a/#flow=jwt&amp;app=x">s</a><a href="a/">b</a><img src="/x.svg"><a href="/restapi/oauth/authorize?x=1">c</a><a href="https://example.com/">d</a><a href="mailto:a@b">e</a>`,
      'a/index.html': `${guide}<a href="#run-it">here</a>`,
      'x.svg': '<svg/>',
    }),
  ).toEqual([]);
});

test('a link to no page is found', () => {
  expect(problemsOf({ 'index.html': '<a href="/b/">b</a>' })).toEqual([
    '/: <a> /b/ leads to no file',
  ]);
});

test('a fragment that names nothing is found, on the same page and on another', () => {
  expect(
    problemsOf({
      'index.html': '<a href="/a/#run">a</a>',
      'a/index.html': `${guide}<a href="#stop">x</a>`,
    }),
  ).toEqual(['/: <a> /a/#run names no element of /a/', '/a/: <a> #stop names no element of /a/']);
});

test('a link without its closing slash is found, since a static host may not mend it', () => {
  expect(problemsOf({ 'index.html': '<a href="/a">a</a>', 'a/index.html': guide })).toEqual([
    '/: <a> /a needs a slash at its end: /a/',
  ]);
});

test('a script, a style, a font or an island from elsewhere is found; a link is not', () => {
  const found = problemsOf({
    'index.html':
      '<script src="https://cdn.example/x.js"></script><link rel="stylesheet" href="//fonts.example/x.css"><link rel="canonical" href="https://docs.example/"><astro-island component-url="https://cdn.example/i.js"></astro-island>',
    'x.css': '@font-face{src:url(https://fonts.example/x.woff2)}',
  });
  expect(found.map((line) => line.replace(/.* loads from ([^,]+),.*/, '$1'))).toEqual([
    'cdn.example',
    'fonts.example',
    'cdn.example',
    'fonts.example',
  ]);
});

test('a link through a redirect is found, and a redirect to no page', () => {
  expect(
    problemsOf({
      'index.html': '<a href="/old/">old</a>',
      'old/index.html': '<meta http-equiv="refresh" content="0;url=/new/">',
    }),
  ).toEqual([
    '/: <a> /old/ leads to a redirect; name its end',
    '/old/: <meta> /new/ leads to no file',
  ]);
});

test('what only looks like a link, in a script or in code, is not one', () => {
  expect(
    problemsOf({
      'index.html': '<script>var x = \'<a href="/b/">\'</script><pre>&lt;a href="/c/"&gt;</pre>',
    }),
  ).toEqual([]);
});
