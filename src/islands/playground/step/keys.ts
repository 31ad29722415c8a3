import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Playground } from '../model/playground.ts';
import { notePress } from './arrival.ts';
import { canSend } from './SendButton.tsx';

/** Where an arrow moves within what has the focus. */
const fields = 'input, textarea, select, [contenteditable]';

/**
 * Control and Enter send, Control and the right arrow open the next step or put a refusal right. From anywhere in the
 * playground, and where the page is the playground also with the focus nowhere. A single letter is
 * no shortcut: most of what has the focus here is typed into.
 *
 * @param title of the open step, in the playground that listens
 */
export function useKeys(playground: Playground, title: RefObject<HTMLElement>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
      const root = title.current?.closest<HTMLElement>('.pg');
      if (!root || !(target instanceof Element) || event.defaultPrevented) return;
      const isHere =
        target === document.body ? root.dataset['layout'] === 'full' : root.contains(target);
      if (!isHere) return;
      if (key === 'Enter' && (ctrlKey || metaKey)) {
        if (!canSend(playground)) return;
        event.preventDefault();
        notePress();
        void playground.request.send();
      }
      if (key === 'ArrowRight' && ctrlKey && !altKey && !shiftKey && !target.closest(fields)) {
        const next = playground.next.value;
        if (!next) {
          // What puts a refusal right.
          const way = root.querySelector<HTMLElement>('.pg-stay [aria-keyshortcuts$=ArrowRight]');
          if (!way) return;
          event.preventDefault();
          return way.click();
        }
        event.preventDefault();
        notePress();
        playground.openStep(next.id);
        // Wherever the focus was, the next step is read from its heading on.
        requestAnimationFrame(() => title.current?.focus({ preventScroll: true }));
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [playground]);
}
