import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { framedPages, pages, root, site, sources } from './built-site.ts';

/** Failures that say nothing: each was met, and each has its test. */
describe('Markdown in content/ goes through Starlight', () => {
  test.each(sources)('asides of $file are rendered', ({ page, text }) => {
    const written = text.match(/^:::(note|tip|caution|danger)\b/gm)?.length ?? 0;
    const rendered = page.html.match(/<aside [^>]*class="starlight-aside /g)?.length ?? 0;
    expect(rendered).toBe(written);
    expect(page.html).not.toContain(':::');
  });

  test.each(sources)('every heading of $file can be linked to', ({ page, text }) => {
    const code = /^(```|~~~)[\s\S]*?^\1/gm;
    const written = text.replace(code, '').match(/^#{2,4} /gm)?.length ?? 0;
    const anchored = page.html.match(/class="sl-heading-wrapper level-h[234]/g)?.length ?? 0;
    expect(anchored).toBe(written);
    expect(page.html.match(/class="sl-anchor-link"/g)?.length ?? 0).toBe(written);
  });
});

describe('the frame of a page', () => {
  test('there are framed pages to look at', () => {
    expect(framedPages.length).toBeGreaterThanOrEqual(3);
  });

  test.each(framedPages)(
    '$address: says what browsers it is made for, as the README does',
    ({ html }) => {
      const versions = /Chrome and Edge \d+, Firefox \d+, Safari \d+/;
      const readme = readFileSync(join(root, 'README.md'), 'utf8');
      const said = /<p class="too-old[^"]*" hidden>([^<]+)/.exec(html)?.[1] ?? '';
      expect(versions.exec(said)?.[0]).toBe(versions.exec(readme)?.[0] ?? 'what the README says');
    },
  );

  test.each(framedPages)('$address: no group of the sidebar is empty', ({ html }) => {
    const groups = [...html.matchAll(/<ul aria-labelledby="group-[^"]*"[^>]*>([\s\S]*?)<\/ul>/g)];
    expect(groups.length).toBeGreaterThan(0);
    for (const [, items = ''] of groups) expect(items).toContain('<a href="/');
  });

  test.each(pages)('$address: a language, one title, one h1', ({ html, address }) => {
    expect(html).toMatch(/<html[^>]* lang="en"/);
    // What a copy button carries is a program's text, no markup of the page.
    const markup = html.replaceAll(/ data-code="[^"]*"/g, '');
    expect(markup.match(/<title>[^<]+<\/title>/g)).toHaveLength(1);
    expect(markup.match(/<h1[ >]/g), address).toHaveLength(1);
  });

  test.each(pages)('$address: every verdict has its shape and its word', ({ html }) => {
    const verdicts = [...html.matchAll(/<span class="verdict( [^"]*)?"[^>]*>([\s\S]*?)<\/span>/g)];
    for (const [, classes = '', inside] of verdicts) {
      expect(classes).toMatch(/ (allowed|warning|refused|unknown)\b/);
      expect(inside).toMatch(/class="shape/);
    }
  });

  test('titles tell pages apart', () => {
    const titles = pages.map(({ html }) => /<title>([^<]+)</.exec(html)?.[1]);
    expect(new Set(titles).size).toBe(pages.length);
  });

  test.each(framedPages)('$address: the skip link leads to the h1', ({ html }) => {
    expect(html).toMatch(/<a class="sl-skip-link[^"]*" href="#_top"/);
    expect(html).toMatch(/<h1[^>]* id="_top"/);
  });

  test.each(pages)('$address: no ClientRouter, which Starlight does not support', ({ html }) => {
    expect(html).not.toContain('astro-view-transitions');
    expect(html).not.toMatch(/ClientRouter/);
  });

  test.each(pages)('$address: nothing is prefetched, a sign-in least of all', ({ html }) => {
    expect(html).not.toMatch(/data-astro-prefetch|rel="prefetch"|speculationrules/);
  });

  test('lastUpdated is not used: the day of a check is written in a page, not read from git', () => {
    for (const { html } of pages) expect(html).not.toContain('Last updated');
  });

  test.each(pages)('$address: Geist is preloaded, JetBrains Mono is not', ({ html }) => {
    const preloads: string[] = html.match(/<link[^>]*rel="preload"[^>]*>/g) ?? [];
    expect(preloads.filter((link) => link.includes('geist-latin.woff2'))).toHaveLength(1);
    expect(preloads.filter((link) => link.includes('jetbrains'))).toHaveLength(0);
  });
});

describe('the addresses of the page that this site grew from', () => {
  test.each([
    ['/auth-code-flow/', '/flows/auth-code/'],
    ['/auth-code-pkce-flow/', '/flows/auth-code-pkce/'],
    ['/implicit-grant-flow/', '/flows/implicit/'],
    ['/password-flow/', '/flows/password/'],
  ])('%s leads to %s, or to the overview until that is built', (from, to) => {
    const page = site.page(from);
    expect(page?.isRedirect).toBe(true);
    const target = /content="0;url=([^"]+)"/.exec(page?.html ?? '')?.[1];
    expect(target).toBe(site.page(to) ? to : '/');
  });
});

test('every link in header and sidebar leads to a page that exists', () => {
  const [page] = framedPages;
  const addresses = [...(page?.html ?? '').matchAll(/<nav[\s\S]*?<\/nav>/g)].flatMap(([nav]) =>
    [...nav.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href),
  );
  expect(addresses.length).toBeGreaterThanOrEqual(3);
  for (const address of addresses) expect(site.page(address), address).toBeDefined();
});

describe('what is pinned stays pinned', () => {
  const { dependencies, devDependencies, engines, scripts, allowScripts } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const packages = { ...dependencies, ...devDependencies };

  test('every version is exact', () => {
    for (const [name, version] of Object.entries(packages)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  test('Node 24 comes as a package, may install itself, and every command brings it first', () => {
    expect(packages['node']).toMatch(/^24\./);
    expect(allowScripts?.['node']).toBe(true);
    expect(engines?.['node']).toBe('>=20.19.0');
    for (const name of ['start', 'test', 'dev', 'bench']) {
      expect(scripts?.[`pre${name}`], name).toBe('node scripts/install.mjs');
    }
  });

  test('preact 10 for @astrojs/preact, TypeScript 6 for @astrojs/check', () => {
    expect(packages['preact']).toMatch(/^10\./);
    expect(packages['typescript']).toMatch(/^6\./);
  });

  test('links are checked over dist: starlight-links-validator calls good ones broken', () => {
    expect(packages).not.toHaveProperty('starlight-links-validator');
  });
});

describe('what a page’s scripts must not carry', () => {
  const scripts = readdirSync(join(site.folder, '_astro'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, text: readFileSync(join(site.folder, '_astro', file), 'utf8') }));

  test('there are scripts to look at', () => {
    expect(scripts.length).toBeGreaterThan(3);
  });

  test.each(scripts)('$file: neither zod’s JSON Schema writer nor its languages', ({ text }) => {
    expect(text).not.toContain('json-schema.org');
    // "Invalid input" in German and in Japanese: a word of two of its locales.
    expect(text).not.toContain('Ungültige Eingabe');
    expect(text).not.toContain('無効な入力');
  });

  test.each(scripts)('$file: a sign-in window is never opened with noopener', ({ text }) => {
    // Its sessionStorage is how a callback finds the tab that asked.
    expect(text).not.toMatch(/popup,[^"'`]*noopener/);
  });
});

test.each(pages)('$address: no script for the state of a sidebar that is not ours', ({ html }) => {
  // It is left out by its file's name, which another Starlight may change.
  expect(html).not.toContain('sl-sidebar-state');
});

test('OpenAPI is written at build', () => {
  const document = JSON.parse(site.read('/sandbox/openapi.json')) as Record<string, unknown>;
  expect(document['openapi']).toMatch(/^3\.1/);
  expect(Object.keys(document['paths'] as object).length).toBeGreaterThan(5);
});
