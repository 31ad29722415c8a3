import { languageNames } from '#flows/language-names.ts';
import { readLanguage } from '#islands/storage/language.ts';
import type { TextStorage } from '#islands/storage/storage.ts';
import { addressOf, languagePageAt, usualLanguage } from './language-pages.ts';

/**
 * Leads each link to a quick start that names no language of its own (`data-language`) to the reader's,
 * and marks what does name it. A quick start names its own in all its links.
 *
 * @param path of the page
 */
export function followLanguage(
  page: ParentNode,
  path: string,
  storage: TextStorage | undefined,
): void {
  const language = readLanguage(storage);
  if (!language || languagePageAt(path)) return;
  for (const named of page.querySelectorAll<HTMLElement>(`[data-language="${language}"]`)) {
    named.dataset['chosen'] = '';
  }
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href^="/quick-start/"]')) {
    const target = languagePageAt(link.pathname);
    if (target?.language !== usualLanguage || link.closest('[data-language]')) continue;
    link.setAttribute('href', addressOf(target.flow, language) + link.hash);
    const name = link.querySelector('[data-language-name]');
    if (name) name.textContent = languageNames[language];
  }
}
