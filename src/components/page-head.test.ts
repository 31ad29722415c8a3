import { expect, test } from 'vitest';
import { pageHead } from './page-head.ts';

const head = [
  { tag: 'meta' as const, attrs: { name: 'twitter:card', content: 'summary' }, content: '' },
];

test('a page names its Markdown; a card with its picture only if the site has an address', () => {
  expect(pageHead(head, '/flows/jwt/', undefined)).toEqual([
    {
      tag: 'link',
      attrs: { rel: 'alternate', type: 'text/markdown', href: '/flows/jwt.md' },
      content: '',
    },
  ]);
  const published = pageHead(head, '/', new URL('https://docs.example.test'));
  expect(published.map(({ attrs }) => attrs?.['content'] ?? attrs?.['href'])).toEqual([
    '/index.md',
    'https://docs.example.test/social-card.png',
    '1200',
    '630',
    'Authorization Flows on RingCentral',
    'summary_large_image',
  ]);
});

test('the page for what is not there has neither', () => {
  expect(pageHead([], '/404', new URL('https://docs.example.test'))).toEqual([]);
});
