import { expect, test } from 'vitest';
import { checkedOn } from '#components/sources/checked-on.ts';
import { rfcSections } from '#protocol/rfc-sections.ts';
import { isSource, withoutPlace } from '../../scripts/sources/citations.mjs';
import { partsOf } from '../../scripts/sources/parts.mjs';
import { pages, textOf } from './built-site.ts';

const sections: Readonly<Record<number, readonly string[]>> = rfcSections;
const links = new Set(
  pages.flatMap(({ html }) =>
    [...html.matchAll(/<a\b[^>]*?\bhref="(https:\/\/[^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
    ),
  ),
);

test('every link to a source on a built page was looked up', () => {
  const unknown = [...links].filter(
    (href) =>
      isSource(href) && partsOf(withoutPlace(href)).kind !== 'rfc' && checkedOn(href) === undefined,
  );
  expect(unknown).toEqual([]);
});

test('every link into an RFC names a section that it has', () => {
  const wrong = [...links].filter((href) => {
    const parts = partsOf(withoutPlace(href));
    const section = /#(?:section|appendix)-(.+)$/.exec(href)?.[1];
    if (parts.kind !== 'rfc') return false;
    const known = sections[parts.number];
    return !known || (section !== undefined && !known.includes(section));
  });
  expect(wrong).toEqual([]);
});

test('a page with sources says when they were last checked', () => {
  const page = pages.find(({ address }) => address === '/flows/jwt/');
  expect(textOf(page?.html ?? '')).toMatch(/Sources last checked 2[89] November 2026/);
});
