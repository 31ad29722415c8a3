import { isLanguage } from '#flows/language-names.ts';
import { writeLanguage } from '#islands/storage/language.ts';
import type { TextStorage } from '#islands/storage/storage.ts';

/** The heading that stands at the top of the window, to come back to in another language. */
function placeOf(page: Document): string {
  const passed = [...page.querySelectorAll<HTMLElement>('.quick-step h2[id], .lines[id]')].filter(
    (element) => element.getBoundingClientRect().top < 200,
  );
  return passed.at(-1)?.id ?? '';
}

/** Remembers the page's language, brings it into view, and lets a switch of language keep its place. */
export function keepPlace(page: Document, storage: TextStorage | undefined): void {
  const links = page.querySelectorAll<HTMLAnchorElement>('.language-tabs a');
  const current = page.querySelector<HTMLAnchorElement>('.language-tabs a[aria-current]');
  const language = current?.dataset['language'];
  if (isLanguage(language)) writeLanguage(storage, language);
  current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  for (const link of links) {
    link.addEventListener('click', () => {
      const place = placeOf(page);
      link.hash = place;
    });
  }
}
