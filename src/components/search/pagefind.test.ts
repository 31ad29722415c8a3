import { expect, test } from 'vitest';
import { findHits, splitExcerpt, type Pagefind } from './pagefind.ts';

const reader = (excerpt: string, sections: { title: string; url: string }[]): Pagefind => ({
  init: () => Promise.resolve(),
  debouncedSearch: () =>
    Promise.resolve({
      results: [
        {
          data: () =>
            Promise.resolve({
              url: '/a/',
              meta: { title: 'A page' },
              excerpt,
              sub_results: sections.map((section) => ({ ...section, excerpt })),
            }),
        },
      ],
    }),
});

test('an excerpt is text: what looks like markup stays text', () => {
  expect(splitExcerpt('a &lt;script&gt; <mark>code</mark> &amp; b')).toEqual([
    { text: 'a <script> ', isMatch: false },
    { text: 'code', isMatch: true },
    { text: ' & b', isMatch: false },
  ]);
});

test('a hit names the section unless it is the page itself', async () => {
  expect(await findHits(reader('x', [{ title: 'Run it', url: '/a/#run-it' }]), 'x')).toEqual([
    {
      title: 'A page',
      section: 'Run it',
      url: '/a/#run-it',
      excerpt: [{ text: 'x', isMatch: false }],
    },
  ]);
  const [whole] = (await findHits(reader('x', [{ title: 'A page', url: '/a/' }]), 'x')) ?? [];
  expect(whole?.section).toBeUndefined();
});

test('an overtaken search gives nothing to show', async () => {
  const overtaken: Pagefind = {
    init: () => Promise.resolve(),
    debouncedSearch: () => Promise.resolve(null),
  };
  expect(await findHits(overtaken, 'x')).toBeUndefined();
});
