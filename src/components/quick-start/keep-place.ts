/** The heading that stands at the top of the window, to come back to in another language. */
function placeOf(page: Document): string {
  const passed = [...page.querySelectorAll<HTMLElement>('.quick-step h2[id], .lines[id]')].filter(
    (element) => element.getBoundingClientRect().top < 200,
  );
  return passed.at(-1)?.id ?? '';
}

/** Brings the page's language into view, and lets a switch of language keep its place. */
export function keepPlace(page: Document): void {
  const links = page.querySelectorAll<HTMLAnchorElement>('.language-tabs a');
  const current = page.querySelector<HTMLAnchorElement>('.language-tabs a[aria-current]');
  current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  for (const link of links) {
    link.addEventListener('click', () => {
      const place = placeOf(page);
      link.hash = place;
    });
  }
}
