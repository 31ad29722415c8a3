import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toMarkdown } from '#components/twins/to-markdown.ts';
import { twinPath } from '#components/twins/twin-path.ts';
import { usualOrigin } from '#protocol/usual-origin.ts';
import { type RunningServer, startServer } from '#sandbox/hosts/node.ts';
import { servePlain } from '../../scripts/preview-static.mjs';
import { rulesDocument } from '#components/reference/rules-document.ts';
import { framedPages, site } from './built-site.ts';

const readers = framedPages.filter(({ address }) => address !== '/404.html');

describe('each page has a Markdown twin', () => {
  test.each(readers)('$address', ({ address, html }) => {
    const markdown = site.read(twinPath(address));
    expect(markdown).toMatch(/^# \S/);
    // Every heading of the page's own text, and no markup outside of a listing but what is escaped.
    const prose = markdown.replaceAll(/^( *)(`{3,}).*\n[\s\S]*?\n\1\2$/gm, '');
    const headings = [...html.matchAll(/class="sl-heading-wrapper level-h2"/g)].length;
    expect(prose.match(/^## /gm)?.length ?? 0).toBeGreaterThanOrEqual(headings);
    // A quoted `<` has a backslash before it.
    expect(prose.replaceAll(/`[^`\n]+`/g, '').match(/(?<!\\)<\/?[a-z][^>]*>/g)).toBeNull();
    expect(prose).not.toMatch(
      /Section titled|Copy to clipboard|On this page|\]\(undefined|(?<!\\)\[object/,
    );
    // Words that only a style keeps apart on the page.
    expect(prose).not.toMatch(/``(?=\w)|\.\[[A-Z]/);
  });

  test('what a component renders from data is in it', () => {
    expect(site.read('/flows/jwt.md')).toContain('[RFC 7523 2.1]');
    expect(site.read('/reference/errors.md')).toContain('OAU-251');
    expect(site.read('/reference/scopes.md')).toContain('ReadCallLog');
  });

  test('an interactive part is one line with a link', () => {
    expect(site.read('/flows/jwt.md')).toContain(
      'An interactive part of the page stands here: [open it](/flows/jwt/).',
    );
    expect(site.read('/checker.md')).toMatch(/^# Checker\n\nEnter your app’s settings/);
  });

  test('a program is whole, with its language and its name', () => {
    expect(site.read('/flows/jwt.md')).toMatch(/```sh title="Terminal"\n[\s\S]+?--user/);
  });

  test('with an origin, every address holds outside of the page', () => {
    const page = readers.find(({ address }) => address === '/flows/jwt/');
    const { markdown } = toMarkdown(page?.html ?? '', '/flows/jwt/', 'https://docs.example.test');
    expect(markdown).toContain('(https://docs.example.test/flows/jwt/#run-it-here)');
    expect(markdown.match(/\]\(\/[^)]*\)/)).toBeNull();
  });
});

describe('llms.txt', () => {
  const text = site.read('/llms.txt');

  test('names every twin once, with the description of its page', () => {
    for (const { address, html } of readers) {
      expect(text.split(`](${twinPath(address)})`), address).toHaveLength(2);
      const [, words = ''] = /<meta name="description" content="([^"]+)"/.exec(html) ?? [];
      expect(text, address).toContain(words.replaceAll('&#39;', '’').replaceAll('&amp;', '&'));
    }
  });

  test('every address that it names is there', () => {
    const paths = [...text.matchAll(/\]\((\/[^)]+)\)/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(readers.length);
    expect(paths.filter((path) => !site.hasFile(path))).toEqual([]);
  });

  test('llms-full.txt has every page', () => {
    const full = site.read('/llms-full.txt');
    for (const { address } of readers) expect(full, address).toContain(`<!-- ${address} -->`);
  });

  test('no copy for use without a network holds them', () => {
    const [list = ''] = site.filesIn('/sw/').filter((name) => name.endsWith('.json'));
    const files = Object.keys(JSON.parse(site.read(`/sw/${list}`)) as object);
    expect(files).toContain('/flows/jwt/');
    expect(files.filter((path) => /\.md$|llms/.test(path))).toEqual([]);
  });
});

describe('a host serves them as Markdown', () => {
  let node: RunningServer;
  let plain: { origin: string; close(): Promise<void> };
  beforeAll(async () => {
    node = await startServer({ port: 0, site: site.folder });
    plain = (await servePlain({ folder: site.folder })) as typeof plain;
  });
  afterAll(async () => {
    await node.close();
    await plain.close();
  });

  test.each(['node', 'plain'] as const)('%s', async (host) => {
    const { origin } = host === 'node' ? node : plain;
    const twin = await fetch(`${origin}/flows/jwt.md`);
    expect(twin.status).toBe(200);
    expect(twin.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    // A server has an address, which it writes into the commands; files have the usual one.
    const own = `http://localhost:${new URL(origin).port}`;
    const written = host === 'node' ? own : usualOrigin;
    expect(await twin.text()).toBe(site.read('/flows/jwt.md').replaceAll(usualOrigin, written));
    const none = await fetch(`${origin}/flows/nothing.md`);
    expect(none.status).toBe(404);
    expect(none.headers.get('content-type')).toMatch(/^text\/html/);
  });
});

test('rules.json keeps to its own schema, and each rule has its entry', () => {
  const { rules } = rulesDocument.parse(JSON.parse(site.read('/rules.json')));
  expect(JSON.parse(site.read('/rules.schema.json'))).toHaveProperty('$schema');
  expect(rules.length).toBeGreaterThan(25);
  for (const { href, id } of rules) {
    const [address = '', anchor = ''] = href.split('#');
    expect(site.page(address)?.ids.has(anchor), id).toBe(true);
  }
});
