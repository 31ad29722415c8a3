/** Makes the button of a page copy it as Markdown, and say whether it did. */
export function offerCopy(page: Document): void {
  const button = page.querySelector<HTMLButtonElement>('[data-copy-page]');
  const status = button?.parentElement?.querySelector('[role=status]');
  if (!button || !status) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const copy = async (): Promise<string> => {
      const twin = await fetch(button.dataset['copyPage'] ?? '');
      if (!twin.ok) return 'The Markdown could not be read. Try the link beside the button.';
      await navigator.clipboard.writeText(await twin.text());
      return 'Copied.';
    };
    copy().then(
      (words) => (status.textContent = words),
      () => (status.textContent = 'The browser did not let the page copy. Use the link instead.'),
    );
  });
}
