/**
 * Gives the button that copies a listing the text to copy, at the moment it is pressed and before the
 * frame's own script reads it there. Carried by the page, it would be the listing a second time.
 */
export function copyFromListing(page: Document): void {
  page.addEventListener(
    'click',
    ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('.copy button');
      if (button)
        button.dataset['code'] ??=
          button.closest('figure')?.querySelector('code')?.textContent ?? '';
    },
    true,
  );
}
