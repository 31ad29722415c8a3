import { configure, getQueriesForElement, waitFor } from '@testing-library/dom';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished, vi } from 'vitest';

configure({
  // What is hidden is asked for by `hidden: false` where it matters: to know it of every element is slow.
  defaultHidden: true,
  // A bound against hanging, not a measure: machines are busy.
  asyncUtilTimeout: 30_000,
  // What a press changes is drawn, and its effects have run, before the test looks.
  eventWrapper: (press) => {
    let result: unknown;
    void act(() => {
      result = press();
    });
    return result;
  },
});

export { waitFor };

/**
 * A view in a document of its own, read as a screen reader reads it and used as a reader uses it.
 * The file that draws begins with `@vitest-environment happy-dom`.
 */
export async function draw(view: ComponentChild) {
  // A view that comes late is loaded before the document goes: without one its module would be broken for other tests.
  onTestFinished(() => vi.dynamicImportSettled());
  render(null, document.body);
  document.body.replaceChildren();
  // With a clipboard of its own, `navigator.clipboard`.
  const user = userEvent.setup({ delay: null });
  const again = (next: ComponentChild): Promise<void> => act(() => render(next, document.body));
  await again(view);
  /** Uses the page; what that began and the clipboard have answered is drawn. */
  const use = (how: (user: UserEvent) => Promise<void>): Promise<void> =>
    act(async () => {
      await how(user);
      await navigator.clipboard.readText();
    });
  return { ...getQueriesForElement(document.body), user, use, again };
}

/** What a screen reader reads after an element's name: the texts that it names by `aria-describedby`. */
export const described = (element: Element): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
    .trim();
