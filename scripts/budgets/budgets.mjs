import { Buffer } from 'node:buffer';
import { scriptsOf, staticImports, weigh } from './page-scripts.mjs';

/**
 * What a page may ship, in gzipped bytes.
 *
 * `prose`: what Starlight 0.42.4 alone gives a page with contents, search and a
 * code block, measured on a site of two Markdown pages: search 1,671, prefetch
 * 1,135, copy button 1,180, contents 963 + 437 + 121. Its inline scripts and the
 * 25,801 of the search dialog, which it loads on every page when idle, are left
 * out, so this is stricter than what it stands for.
 * `island`: a page with the playground, in all, before anything is pressed.
 * `callback`: no guide, but the one page that takes a code from the address and
 * hands it to the tab that waits.
 */
export const budgets = { prose: 5_507, island: 60_000, callback: 15_000 };

function kindOf(page) {
  if (page.address === '/callback/') return 'callback';
  return page.elements.some(({ name }) => name === 'astro-island') ? 'island' : 'prose';
}

/** One row a page: `{ address, kind, total, inline, files, limit, isWithin }`. */
export function measure(site) {
  return site.pages
    .filter(({ isRedirect }) => !isRedirect)
    .map((page) => {
      const kind = kindOf(page);
      const { files, inline, total } = scriptsOf(page, site);
      const limit = budgets[kind];
      return { address: page.address, kind, total, inline, files, limit, isWithin: total <= limit };
    });
}

/**
 * What the HTML of a page may be, in octets as it is read, not as it travels: a phone parses all of it.
 * The largest guide was 273,405 and the largest quick start 453,863 on 29 November 2026. What is only
 * looked up in, the reference, is as long as its tables.
 */
export const htmlBudgets = { flows: 160_000, guides: 160_000, 'quick-start': 250_000 };

/** One row a page that has such a budget: `{ address, total, limit, isWithin }`. */
export function measureHtml(site) {
  return site.pages
    .filter(({ isRedirect }) => !isRedirect)
    .flatMap(({ address, html }) => {
      const limit = htmlBudgets[address.split('/')[1]];
      if (limit === undefined) return [];
      const total = Buffer.byteLength(html);
      return [{ address, total, limit, isWithin: total <= limit }];
    });
}

/**
 * Scripts that no page waits for: the service worker, with the whole sandbox in
 * it, what every page loads after its load event, and what reads and diagnoses a
 * paste in a worker of its own. A star stands for the build's own mark.
 */
export const lateBudgets = {
  '/sw.js': 84_000,
  '/host.js': 5_000,
  // What the first verdict on an answer, a message or a code needs; the rest comes with what needs it.
  '/_astro/worker-*.js': 90_000,
};

/** The file that an address with a star means; the address itself where there is none. */
function found(address, site) {
  const [before, after] = address.split('*');
  if (after === undefined) return address;
  const folder = before.slice(0, before.lastIndexOf('/') + 1);
  const name = site
    .filesIn(folder)
    .find((each) => `${folder}${each}`.startsWith(before) && each.endsWith(after));
  return name === undefined ? address : `${folder}${name}`;
}

/** A script with whatever it imports before it runs. */
function weighAll(path, site, seen = new Set()) {
  if (seen.has(path)) return 0;
  seen.add(path);
  const code = site.read(path);
  return staticImports(code, path).reduce(
    (sum, each) => sum + weighAll(each, site, seen),
    weigh(code),
  );
}

/** One row a late script: `{ address, total, limit, isWithin }`; one that is missing is over. */
export function measureLate(site) {
  return Object.entries(lateBudgets).map(([address, limit]) => {
    const path = found(address, site);
    // Where the build parts a script into chunks, all that it waits for count.
    const total = !site.hasFile(path)
      ? Infinity
      : address.includes('*')
        ? weighAll(path, site)
        : weigh(site.read(path));
    return { address, total, limit, isWithin: total <= limit };
  });
}
