import { partsOf } from '../../../scripts/sources/parts.mjs';
import checked from './checked.json' with { type: 'json' };

/** An address without its place on the page. */
const withoutPlace = (href: string) => href.replace(/#.*$/, '');

/**
 * The day on which a source was last found as it is cited: that a file stands at its revision, that an
 * RFC has the sections, or that somebody read the page. `npm run check:sources` repeats the first two.
 *
 * @returns yyyy-mm-dd, or undefined where nobody has looked
 */
export function checkedOn(href: string): string | undefined {
  const parts = partsOf(withoutPlace(href));
  switch (parts.kind) {
    case 'file':
      return checked.files.find(
        ({ repository, revision, path }) =>
          repository === parts.repository && revision === parts.revision && path === parts.path,
      )?.checked;
    case 'commit':
      return checked.commits.find(
        ({ repository, revision }) =>
          repository === parts.repository && revision === parts.revision,
      )?.checked;
    case 'rfc':
      return checked.rfcs.find(({ number }) => number === parts.number)?.checked;
    case 'page':
      return checked.pages.find((page) => page.href === parts.href)?.read;
  }
}

/** The oldest of the days on which these sources were checked: all of them have been since. */
export function lastChecked(hrefs: Iterable<string>): string | undefined {
  return [...hrefs]
    .flatMap((href) => checkedOn(href) ?? [])
    .sort()
    .at(0);
}

const inText = /https:\/\/[^\s)'"`<>\\{}|^]+/g;

/** The day for a page, by the sources at its foot and those that its text links. */
export function pageChecked(sources: readonly { href: string }[], text = ''): string | undefined {
  const linked = [...text.matchAll(inText)].map(([href]) => href.replace(/[.,;:]+$/, ''));
  return lastChecked([...sources.map(({ href }) => href), ...linked]);
}
