import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { quickly } from './quick-contents.ts';

const theirs = fileURLToPath(
  new URL(
    '../../../node_modules/@astrojs/starlight/dist/components-internals/TableOfContents/starlight-toc.js',
    import.meta.url,
  ),
);

test('the contents of Starlight ask for no :has()', () => {
  const script = quickly(readFileSync(theirs, 'utf8'));
  expect(script).not.toContain(':has(');
  expect(script).toContain('observer.observe(h)');
});

test('a script of Starlight that watches in another way is no quiet loss', () => {
  expect(() => quickly('const toObserve = [];')).toThrow(/another way/);
});
