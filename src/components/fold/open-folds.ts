/** Opens the fold that an address names, and all of them for paper. */
export function openFolds(page: Document, fragment: string): void {
  const named = fragment === '' ? null : page.getElementById(fragment.slice(1));
  const fold = named?.closest<HTMLDetailsElement>('details.fold');
  if (!named || !fold || fold.open) return;
  fold.open = true;
  named.scrollIntoView();
}

export function openForPaper(page: Document): void {
  for (const fold of page.querySelectorAll<HTMLDetailsElement>('details.fold')) fold.open = true;
}
