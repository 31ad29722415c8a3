import { describe, expect, test } from 'vitest';
import { terms } from '#components/glossary/terms.ts';
import { scopesDocument } from '#components/reference/scopes-document.ts';
import { isFreeOfOAuth } from '#diagnosis/reply/oauth-words.ts';
import { framedPages, site } from './built-site.ts';

const htmlOf = (address: string): string => site.page(address)?.html ?? '';
/** The words of a page's text, without tags; code that is quoted is left out. */
function proseOf(address: string): string[] {
  const html = htmlOf(address);
  const main = /<main[^>]*>([\s\S]*?)<footer/.exec(html)?.[1] ?? '';
  return main
    .replaceAll(/<(script|style|svg|pre)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<\/(?:p|li|h[1-6]|td|th|dt|dd)>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

describe('/reference/scopes/', () => {
  const { scopes } = scopesDocument.parse(JSON.parse(site.read('/scopes.json')));

  test('scopes.json keeps to its own schema, and its schema is one', () => {
    expect(scopes).toHaveLength(44);
    expect(JSON.parse(site.read('/scopes.schema.json'))).toHaveProperty('$schema');
  });

  test('every scope has its entry once, at the address that scopes.json names', () => {
    for (const { name, href } of scopes) {
      const [address = '', id = ''] = href.split('#');
      expect(htmlOf(address).split(`id="${id}"`), name).toHaveLength(2);
    }
  });

  test('an entry says what comes with the scope, whatever the depth', () => {
    const includes = Object.fromEntries(scopes.map(({ name, includes }) => [name, includes]));
    expect(includes['Accounts']).toEqual(['EditAccounts', 'ReadAccounts', 'EditExtensions']);
  });
});

describe('/reference/glossary/', () => {
  const html = htmlOf('/reference/glossary/');

  test('every term has its entry once', () => {
    for (const { id } of terms) expect(html.split(`id="${id}"`), id).toHaveLength(2);
  });

  test('a page links a term once, and no term twice', () => {
    const pages = framedPages
      .map(({ address, html: page }) => ({
        address,
        linked: [...page.matchAll(/href="\/reference\/glossary\/#([^"]+)" class="term"/g)].map(
          ([, id]) => id,
        ),
      }))
      .filter(({ linked }) => linked.length > 0);
    expect(pages.length).toBeGreaterThan(12);
    for (const { address, linked } of pages) {
      expect(new Set(linked).size, address).toBe(linked.length);
    }
  });

  test('no heading and no other link holds a link to a term', () => {
    for (const { html: page, address } of framedPages) {
      expect(page, address).not.toMatch(/<h[1-6][^>]*>[^<]*<a [^>]*class="term"/);
    }
  });
});

describe('/guides/for-administrators/', () => {
  test('no sentence needs OAuth', () => {
    const lines = proseOf('/guides/for-administrators/');
    expect(lines.length).toBeGreaterThan(40);
    // A code is a name to quote, and so is a message of RingCentral's.
    const said = lines.map((line) => line.replaceAll(/“[^”]*”/g, ''));
    expect(said.filter((line) => !isFreeOfOAuth(line))).toEqual([]);
  });
});

describe('/about/', () => {
  test('every source of a page stands there with the day of its last check', () => {
    const about = htmlOf('/about/');
    for (const { html, address } of framedPages.filter(({ address: of }) => of !== '/about/')) {
      const footer = /<div class="sources[^"]*"[^>]*>\s*<p[^>]*>\s*Sources:([\s\S]*?)<\/p>/.exec(
        html,
      );
      for (const [, href = ''] of (footer?.[1] ?? '').matchAll(/href="([^"]+)"/g)) {
        expect(about, `${address}: ${href}`).toContain(`href="${href.split('#')[0] ?? ''}"`);
      }
    }
    expect(about).toContain('RingCentral did not make this site');
  });
});
