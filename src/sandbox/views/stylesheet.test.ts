import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { darkColours, lightColours, pagesStylesheet } from './stylesheet.ts';

const site = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');
const declarations = (css: string) =>
  [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value] as const);

function block(start: string): Map<string | undefined, string | undefined> {
  const from = site.indexOf(start);
  return new Map(declarations(site.slice(from, site.indexOf('\n}', from))));
}

describe('the style of the sandbox pages', () => {
  it.each([
    ['light', lightColours, ':root {'],
    ['dark', darkColours, ":root[data-theme='dark'] {"],
  ])('has the site’s own %s tokens', (_, colours, start) => {
    const tokens = block(start);
    for (const [name, value] of declarations(colours)) {
      expect([name, tokens.get(name)]).toEqual([name, value]);
    }
  });

  it('asks for nothing but the two fonts of this server', () => {
    const urls = [...pagesStylesheet.matchAll(/url\(([^)]+)\)/g)].map(([, url]) => url);
    expect(urls).toEqual(['/fonts/geist-latin.woff2', '/fonts/jetbrains-mono-latin.woff2']);
    expect(pagesStylesheet).not.toContain('@import');
  });
});
