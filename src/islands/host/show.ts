import type { HostNotice } from './words.ts';

function button(label: string, press: () => void, isQuiet = false): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = isQuiet ? 'site-notice-quiet' : 'site-notice-button';
  element.textContent = label;
  element.addEventListener('click', press);
  return element;
}

function strip(notice: HostNotice, act: (does: 'take-over' | 'reload') => void): HTMLElement {
  const element = document.createElement('div');
  element.className = 'site-notice';
  element.dataset['kind'] = notice.kind;
  const text = document.createElement('p');
  text.textContent = notice.text;
  element.append(text);
  const { button: main } = notice;
  if (main) element.append(button(main.label, () => act(main.does)));
  if (notice.canDismiss) element.append(button('Dismiss', () => element.remove(), true));
  return element;
}

/** Where a reader is about to need the sandbox: the islands that send to it. */
function places(): Element[] {
  const islands = [...document.querySelectorAll('.pg, [data-needs-sandbox]')];
  return islands.map((element) => element.closest('astro-island') ?? element);
}

/** Says something about the site as a whole, under its header. */
export function showAbove(notice: HostNotice, act: (does: 'take-over' | 'reload') => void): void {
  const region = document.getElementById('site-notices');
  region?.querySelector(`[data-kind="${notice.kind}"]`)?.remove();
  region?.append(strip(notice, act));
}

/** Says why the sandbox does not answer, right before each part of the page that needs it. */
export function showInPlace(notice: HostNotice, act: (does: 'take-over' | 'reload') => void): void {
  for (const place of places()) {
    const before = place.previousElementSibling;
    if (before?.classList.contains('site-notice')) before.remove();
    const element = strip(notice, act);
    element.setAttribute('role', 'alert');
    place.before(element);
  }
}
