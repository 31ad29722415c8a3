import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sources } from '#app-settings/sources.ts';
import { threads } from '#components/guide/threads.ts';
import { errorCodes, errorEntry } from '#protocol/errors/catalogue.ts';
import { sightingSources } from '#protocol/errors/seen/sources.ts';
import { rfcSections } from '#protocol/rfc-sections.ts';
import { checkSources } from '../../../scripts/sources/check.mjs';
import { citationsOf, withoutPlace } from '../../../scripts/sources/citations.mjs';
import { partsOf } from '../../../scripts/sources/parts.mjs';
import { sectionsIn } from '../../../scripts/sources/places.mjs';
import checked from './checked.json' with { type: 'json' };
import { checkedOn, lastChecked, pageChecked } from './checked-on.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const citations = citationsOf(root, { sources, sightingSources, threads });
const cited = [...citations.keys()];
const sections: Readonly<Record<number, readonly string[]>> = rfcSections;

describe('every source that is cited was looked up', () => {
  test('a file at its revision, a commit, a page: each is in checked.json', () => {
    const unknown = cited.filter(
      (href) => partsOf(href).kind !== 'rfc' && checkedOn(href) === undefined,
    );
    expect(unknown).toEqual([]);
  });

  test('checked.json has nothing that is cited nowhere', () => {
    const files = checked.files.map(
      ({ repository, revision, path }) =>
        `https://github.com/${repository}/blob/${revision}/${path}`,
    );
    const commits = checked.commits.map(
      ({ repository, revision }) => `https://github.com/${repository}/commit/${revision}`,
    );
    const known = [...files, ...commits, ...checked.pages.map(({ href }) => href)];
    const alike = (href: string) => [href, href.replace('/blob/', '/tree/')];
    expect(known.filter((href) => !alike(href).some((one) => citations.has(one)))).toEqual([]);
  });

  test('a file has the id that git gives its text', () => {
    for (const { id } of checked.files) expect(id).toMatch(/^[0-9a-f]{40}$/);
  });
});

describe('every section of an RFC exists', () => {
  const addresses = [...citations.values()]
    .flat()
    .flatMap(({ text }) => [
      ...text.matchAll(/rfc(\d{4,5})(?:\.html)?#(?:section|appendix)-([\w.]*\w)/g),
    ])
    .map(([, number, section]) => `${number} ${section}`);

  test.each([...new Set(addresses)])('RFC %s, by an address', (address) => {
    const [number, section] = address.split(' ');
    expect(sections[Number(number)]).toContain(section);
  });

  const told = errorCodes.flatMap((code) =>
    [
      ...errorEntry(code).source.matchAll(
        /RFC (\d{4,5}) sections? ([\d.]*\d)(?: and ([\d.]*\d))?/g,
      ),
    ].flatMap(([, number, one, other]) =>
      [one, other].flatMap((section) => (section === undefined ? [] : `${number} ${section}`)),
    ),
  );

  test.each([...new Set(told)])('RFC %s, by the words of an error', (address) => {
    const [number, section] = address.split(' ');
    expect(sections[Number(number)]).toContain(section);
  });

  test('headings of a plain text are read as sections', () => {
    const text =
      '4.1.3.  Access Token Request\n\n   The client\n\nAppendix B.  Use of a form\n   5.2.  Error Response\n';
    expect([...sectionsIn(text)]).toEqual(['4.1.3', 'B', '5.2']);
  });
});

describe('the day of a page', () => {
  const guide = sources.errors.href;

  test('is the oldest of its sources, wherever they stand', () => {
    expect(checkedOn(`${guide}#x`)).toBe('2026-11-29');
    expect(lastChecked([guide, sources.redirectCommunity.href])).toBe('2026-11-28');
    expect(pageChecked([], `As [the article](${sources.redirectCommunity.href}) says.`)).toBe(
      '2026-11-28',
    );
    expect(pageChecked([], 'No source.')).toBeUndefined();
  });
});

describe('the check', () => {
  const href = sources.errors.href;
  const places = [{ file: 'content/x.mdx', line: 3, text: 'Back off.' }];
  const before = { repository: 'ringcentral/ringcentral-api-docs', revision: '64067a50' };
  const path = 'docs/basics/errors.md';
  const ask = (ids: Record<string, string | undefined>, id = 'one') =>
    checkSources({
      data: {
        files: [{ ...before, path, id, checked: '2026-11-01' }],
        commits: [],
        rfcs: [],
        pages: [],
      },
      citations: new Map([[href, places]]),
      sections: rfcSections,
      place: {
        has: () => true,
        idOf: (_repository: string, _path: string, revision = 'HEAD') =>
          Promise.resolve(ids[revision]),
        hasCommit: () => Promise.resolve(true),
      },
      today: '2026-12-01',
      write: false,
    });

  test('a source that stands has the new day', async () => {
    const { data, problems, changed } = await ask({ '64067a50': 'one', HEAD: 'one' });
    expect([problems, changed]).toEqual([[], []]);
    expect(data.files).toEqual([{ ...before, path, id: 'one', checked: '2026-12-01' }]);
  });

  test('a source that has changed since names what stands on it', async () => {
    const { problems, changed } = await ask({ '64067a50': 'one', HEAD: 'two' });
    expect(problems).toEqual([]);
    expect(changed).toEqual([{ href, why: 'has changed since; on it stand:', places }]);
  });

  test('a path that does not exist, or holds another text, is a problem', async () => {
    expect((await ask({})).problems).toEqual([
      { href, why: 'does not exist at 64067a50; on it stand:', places },
    ]);
    expect((await ask({ '64067a50': 'two' })).problems).toEqual([
      { href, why: 'is not what was read at 64067a50; on it stand:', places },
    ]);
  });
});

test('an address is one source, whatever place of it is named', () => {
  expect(withoutPlace('https://www.rfc-editor.org/rfc/rfc6749.html#section-6')).toBe(
    'https://www.rfc-editor.org/rfc/rfc6749.html',
  );
});
