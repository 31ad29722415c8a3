import { describe, expect, test } from 'vitest';
import { languageIds, languageNames } from '../../src/flows/language-names.ts';
import { framedPages, site } from './built-site.ts';

/** The sidebar's links to quick starts in a language, as href, mark of the open page, and language. */
function languageLinks(html: string): [string, string, string][] {
  return [
    ...html.matchAll(
      /<a href="(\/quick-start\/[^"]+\/[^"]+\/)"( aria-current="page")?[^>]*> *<span[^>]*>[^<]+<\/span> *<span class="language[^>]*>([^<]+)</g,
    ),
  ].map(([, href = '', current = '', language = '']) => [href, current.trim(), language.trim()]);
}

describe('quick starts in the sidebar', () => {
  test.each(framedPages)('$address: two entries, not one a language', ({ html }) => {
    expect(languageLinks(html)).toHaveLength(2);
  });

  test('they lead to the first language where no page says another', () => {
    expect(languageLinks(site.page('/')?.html ?? '')).toEqual([
      ['/quick-start/authorization-flow/node/', '', 'JavaScript'],
      ['/quick-start/password-flow/node/', '', 'JavaScript'],
    ]);
  });

  test.each(languageIds)('%s: its own pages are the entries, and come before and after', (slug) => {
    const page = site.page(`/quick-start/authorization-flow/${slug}/`)?.html ?? '';
    const name = languageNames[slug];
    expect(languageLinks(page)).toEqual([
      [`/quick-start/authorization-flow/${slug}/`, 'aria-current="page"', name],
      [`/quick-start/password-flow/${slug}/`, '', name],
    ]);
    expect(page).toMatch(/<a href="\/quick-start\/" rel="prev"/);
    expect(page).toMatch(new RegExp(`<a href="/quick-start/password-flow/${slug}/" rel="next"`));
  });
});
