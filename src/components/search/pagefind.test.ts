import { expect, test } from 'vitest';
import { findHits, splitExcerpt, type Pagefind } from './pagefind.ts';

const reader = (excerpt: string, sections: { title: string; url: string }[]): Pagefind => {
  const search = () =>
    Promise.resolve({
      results: [
        {
          id: 'a',
          data: () =>
            Promise.resolve({
              url: '/a/',
              meta: { title: 'A page' },
              excerpt,
              sub_results: sections.map((section) => ({ ...section, excerpt })),
            }),
        },
      ],
    });
  return { init: () => Promise.resolve(), search, debouncedSearch: search };
};

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

test('pages with the words as they were typed come first, each group in its order', async () => {
  const page = (id: string) => ({
    id,
    data: () =>
      Promise.resolve({ url: `/${id}/`, meta: { title: id }, excerpt: '', sub_results: [] }),
  });
  const found: Pagefind = {
    init: () => Promise.resolve(),
    debouncedSearch: () => Promise.resolve({ results: ['a', 'b', 'c', 'd'].map(page) }),
    search: (term) =>
      Promise.resolve({ results: (term === '"Apps Script"' ? ['d', 'b'] : []).map(page) }),
  };
  const urls = async (term: string) => (await findHits(found, term))?.map(({ url }) => url);
  expect(await urls('Apps Script')).toEqual(['/b/', '/d/', '/a/', '/c/']);
  expect(await urls('Script')).toEqual(['/a/', '/b/', '/c/', '/d/']);
});

test('an overtaken search gives nothing to show', async () => {
  const overtaken: Pagefind = {
    init: () => Promise.resolve(),
    search: () => Promise.resolve({ results: [] }),
    debouncedSearch: () => Promise.resolve(null),
  };
  expect(await findHits(overtaken, 'x')).toBeUndefined();
});
