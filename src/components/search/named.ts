import { askedPlaces } from './asked.ts';
import type { Hit } from './pagefind.ts';

/** A name that has an entry of its own: what is typed, the page's title, the entry, its address, its words. */
export type Named = readonly [name: string, title: string, url: string, text: string];

/** Where the build writes the names, for the search to fetch when it is first used. */
export const namesPath = '/search-names.json';

/** A name as it is compared: capitals, spaces, hyphens and underscores do not count. */
export const plainName = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]+/g, '');

/**
 * What a search names: a rule, a scope, a term, a parameter, a field of the policy; or a question that
 * has its place.
 * @param term as it was typed; it has to be the name and nothing else
 * @param names every name of the site; one may stand there for several pages
 */
export function namedHits(term: string, names: readonly Named[]): Hit[] {
  const wanted = plainName(term);
  const found = names
    .filter(([name]) => plainName(name) === wanted)
    .map(([section, title, url, text]): Hit => ({
      title,
      section,
      url,
      excerpt: [{ text, isMatch: false }],
    }));
  const places = askedPlaces(term).map(({ title, section, url, asked: [words = ''] }): Hit => ({
    title,
    section,
    url,
    excerpt: [{ text: `Answers: ${words}`, isMatch: false }],
  }));
  return [...found, ...places];
}
