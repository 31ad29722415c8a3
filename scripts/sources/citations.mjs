// Where each public source is cited: in the pages, in the code, and through the tables that give a source a
// short key. Read as text, so that it works before anything is built.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses to go to, and names in examples: nothing here rests on what they say. */
const notSources =
  /^https:\/\/(?:developers?\.ringcentral\.com|platform\.ringcentral\.(?:com|biz)|oauth\.net|oauth\.pstmn\.io)(?=[/?:]|$)|^https?:\/\/(?:localhost|127\.|\[|[^/]*\.(?:example|invalid|test)\b|[^/]*example\.com)/;
/** What only the code speaks of: specifications of the web that no statement for a reader rests on. */
const ofTheWeb = /^https:\/\/(?:www\.w3\.org|fetch\.spec\.whatwg\.org|llmstxt\.org)(?=\/|$)/;
const address = /https:\/\/[^\s)'"`<>\\{}|^]+/g;

/** Whether a statement of the site may rest on what stands at an address. */
export const isSource = (href) =>
  /^https:\/\/[\w-]+(?:\.[\w-]+)+/.test(href) &&
  !notSources.test(href) &&
  !ofTheWeb.test(href) &&
  !href.includes('…');

/** An address without its place on the page, and without the full stop of its sentence. */
export const withoutPlace = (href) => href.replace(/[.,;:]+$/, '').replace(/#.*$/, '');

function* files(root, folder, endings) {
  for (const name of readdirSync(join(root, folder), { recursive: true }).map(String).sort()) {
    if (endings.test(name) && !/\.test\.tsx?$|\/testing\//.test(name)) yield join(folder, name);
  }
}

/** Each line of the pages and of the code. */
function* lines(root) {
  for (const file of [
    ...files(root, 'content', /\.mdx$/),
    ...files(root, 'src', /\.(?:ts|tsx|astro)$/),
    // What the page on the sandbox and RingCentral shows.
    join('src', 'protocol', 'recorded', 'answers.json'),
  ]) {
    for (const [index, text] of readFileSync(join(root, file), 'utf8').split('\n').entries()) {
      yield { file, line: index + 1, text: text.trim() };
    }
  }
}

/**
 * Every source with the places that cite it.
 *
 * @param root the folder of the project
 * @param tables tables of sources by key, such as `{ sources }`: `sources.errors` in a line cites its address
 * @returns a map from an address, without its fragment, to places: `{ file, line, text }`
 */
export function citationsOf(root, tables) {
  const found = new Map();
  const cite = (href, place) => {
    const key = withoutPlace(href);
    found.set(key, [...(found.get(key) ?? []), place]);
  };
  const keyed = Object.entries(tables).flatMap(([table, entries]) =>
    Object.entries(entries).flatMap(([key, { href }]) =>
      href ? [{ href, pattern: new RegExp(`\\b${table}\\.${key}\\b|\\bby: '${key}'`) }] : [],
    ),
  );
  const tableFiles = /app-settings\/sources\.ts$|seen\/sources\.ts$|guide\/threads\.ts$/;
  for (const place of lines(root)) {
    if (!tableFiles.test(place.file)) {
      for (const [href] of place.text.matchAll(address)) {
        // A folder or a name that is still to come is where addresses are put together.
        if (isSource(withoutPlace(href)) && !href.endsWith('/') && !href.includes('$')) {
          cite(href, place);
        }
      }
    }
    for (const { href, pattern } of keyed) if (pattern.test(place.text)) cite(href, place);
  }
  for (const { href } of keyed)
    if (!found.has(withoutPlace(href))) found.set(withoutPlace(href), []);
  return found;
}
