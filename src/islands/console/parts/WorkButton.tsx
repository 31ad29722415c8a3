import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A button that goes with its row while it has the focus leaves it to the heading of its card. */
function leaveFocus(button: HTMLElement): void {
  if (document.activeElement !== button) return;
  const heading = button.closest('section')?.querySelector<HTMLElement>('[data-arrive]');
  // Once the row is gone: where the whole card went, the page has brought the reader elsewhere.
  setTimeout(() => {
    if (document.activeElement === document.body) heading?.focus();
  });
}

/** A button that works for a moment: pressed again meanwhile, it does nothing, and it keeps the focus. */
export function WorkButton({
  class: name,
  type = 'button',
  label,
  onPress,
  children,
}: {
  class: string;
  type?: 'button' | 'submit';
  /** Where the words alone do not say what it is about. */
  label?: string;
  onPress: () => Promise<unknown>;
  children: ComponentChildren;
}): JSX.Element {
  const busy = useSignal(false);
  const here = useRef(true);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = button.current;
    return () => {
      here.current = false;
      if (element) leaveFocus(element);
    };
  }, []);
  const press = async (): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    await onPress();
    if (here.current) busy.value = false;
  };
  return (
    <button
      ref={button}
      type={type}
      class={name}
      aria-label={label}
      aria-disabled={busy.value || undefined}
      onClick={(event) => {
        event.preventDefault();
        void press();
      }}
    >
      {children}
    </button>
  );
}
