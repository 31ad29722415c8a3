import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

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
  useEffect(() => () => void (here.current = false), []);
  const press = async (): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    await onPress();
    if (here.current) busy.value = false;
  };
  return (
    <button
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
