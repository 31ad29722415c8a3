/** Which language the reader chose last; no secret, so it may outlive the tab. */
const languageKey = 'authorization-flows:language';

/** The heading that stands at the top of the window, to come back to in another language. */
function placeOf(page: Document): string {
  const passed = [...page.querySelectorAll<HTMLElement>('.quick-step h2[id], .lines[id]')].filter(
    (element) => element.getBoundingClientRect().top < 200,
  );
  return passed.at(-1)?.id ?? '';
}

/** Remembers the page's language, and lets a switch of language keep its place. */
export function keepPlace(page: Document): void {
  const links = page.querySelectorAll<HTMLAnchorElement>('.language-tabs a');
  const current = page.querySelector<HTMLAnchorElement>('.language-tabs a[aria-current]');
  try {
    const slug = current?.dataset['language'];
    if (slug) localStorage.setItem(languageKey, slug);
  } catch {
    // Blocked: nothing is remembered.
  }
  current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  for (const link of links) {
    link.addEventListener('click', () => {
      const place = placeOf(page);
      link.hash = place;
    });
  }
}
