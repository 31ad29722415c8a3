import { nearest } from './nearest.ts';

const link = (href: string, text: string): HTMLAnchorElement =>
  Object.assign(document.createElement('a'), { href, textContent: text });

/** Words and links in turn, as one sentence. */
function sentence(words: string, links: HTMLAnchorElement[]): (string | Node)[] {
  return [words, ...links.flatMap((one, index) => (index === 0 ? [' ', one] : [', ', one])), '.'];
}

/**
 * Says on a page of entries that the address names none of them, and offers those that are most like it.
 * Entries are what the search weighs most: an error, a rule, a scope, a term.
 */
export function tellNoEntry(page: Document, fragment: string): void {
  page.querySelector('[data-no-entry]')?.remove();
  const id = fragment
    .slice(1)
    .replaceAll(/%[0-9a-f]{2}/gi, ' ')
    .slice(0, 80);
  const entries = [...page.querySelectorAll<HTMLElement>('main [id][data-pagefind-weight]')];
  // `#a=b` opens an application, `#:~:` is the browser's own.
  if (id === '' || /=|^:~:/.test(id) || entries.length === 0 || page.getElementById(id)) return;
  const like = nearest(id, entries, (entry) => entry.id).map((entry) =>
    link(`#${entry.id}`, entry.querySelector('a')?.textContent ?? entry.id),
  );
  const note = page.createElement('p');
  note.dataset['noEntry'] = '';
  note.className = 'no-entry';
  note.setAttribute('role', 'status');
  page.querySelector('main .page-title')?.after(note);
  const words = `This page has no entry “${id}”.`;
  // Filled when it stands in the page, so that it is read out.
  note.append(
    ...(like.length === 0
      ? [words, ' The search finds a code or a text on every page.']
      : sentence(`${words} The nearest:`, like)),
  );
}

/** On the page for an address that does not exist: the pages that are most like it, and the search. */
export function offerPages(page: Document, path: string): void {
  const place = page.querySelector('[data-not-found]');
  if (!place) return;
  const links = [...page.querySelectorAll<HTMLAnchorElement>('#starlight__sidebar a[href]')];
  const like = nearest(path, links, (one) => one.pathname);
  const words = path
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ (?:md|html?|index)(?= |$)/g, '')
    .trim();
  if (like.length > 0) {
    const said = page.createElement('p');
    const names = like.map((one) =>
      link(one.pathname, one.querySelector('span')?.textContent ?? one.pathname),
    );
    said.append(...sentence('Did you mean', names).slice(0, -1), '?');
    place.append(said);
  }
  const search = page.createElement('button');
  search.type = 'button';
  search.textContent = words === '' ? 'Search' : `Search for “${words}”`;
  search.addEventListener('click', () => {
    page.querySelector<HTMLElement>('site-search .open')?.click();
    const input = page.querySelector<HTMLInputElement>('site-search input');
    if (!input) return;
    input.value = words;
    input.dispatchEvent(new Event('input'));
  });
  place.append(search);
}
