import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { pages } from './built-site.ts';

const page = fileURLToPath(
  new URL('../../dist/quick-start/authorization-flow/node/index.html', import.meta.url),
);
const program = fileURLToPath(
  new URL('../../content/quick-start/authorization-flow/node/oauth.mjs', import.meta.url),
);

it('a listing has no element about white space, and every word and space of its program', () => {
  const listings = readFileSync(page, 'utf8').match(/<pre data-language="js".*?<\/pre>/gs) ?? [];
  expect(listings.length).toBeGreaterThan(5);
  for (const listing of listings) expect(listing).not.toMatch(/<span[^>]*>\s+<\/span>/);
  const texts = listings.map((listing) =>
    listing
      .replaceAll('<div class="ec-line', '\n$&')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/&#x([0-9A-F]+);/gi, (_, code: string) =>
        String.fromCodePoint(parseInt(code, 16)),
      )
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
  const lines = readFileSync(program, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  // One listing is the whole file, the others are parts of it and of its neighbours.
  const listed = texts.map((text) => text.split('\n').filter((line) => line.trim() !== ''));
  expect(listed).toContainEqual(lines);
});

it.each(pages)(
  '$address: code has its inks by element, and no class or style on a part',
  ({ html }) => {
    for (const [sample] of html.matchAll(/<pre data-language=.*?<\/pre>/gs)) {
      expect(sample).toMatch(/<code class="inked(?: whole)?">/);
      expect(sample).not.toMatch(/<[bi] /);
      const spans = [...sample.matchAll(/<span( [^>]*)?>/g)].map(([, attributes]) => attributes);
      const others = spans.filter((each) => each !== undefined && each !== ' class="first"');
      expect(others).toEqual([]);
    }
  },
);

it.each(pages)('$address: no button carries the listing that stands beside it', ({ html }) => {
  for (const [frame] of html.matchAll(/<figure class="frame.*?<\/figure>/gs)) {
    if (frame.includes('class="inked whole"') && frame.includes(' data-code="')) {
      // It copies other words than it shows: without the remarks of a terminal.
      expect(frame).toContain('#');
    }
  }
});
