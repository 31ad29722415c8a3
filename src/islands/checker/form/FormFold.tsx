import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '#islands/parts/Icon.tsx';

/** A part of the form that is opened on demand. */
export function FormFold({
  title,
  note,
  isOpen = false,
  onOpen,
  children,
}: {
  title: string;
  /** What is in it. */
  note: string;
  /** It holds what the reader has to see. */
  isOpen?: boolean;
  onOpen: () => void;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <details
      class="ck-fold"
      open={isOpen || undefined}
      onToggle={(event) => {
        if (event.currentTarget.open) onOpen();
      }}
    >
      <summary>
        <Icon name="chevron" size={14} />
        <span>{title}</span>
        <span class="pg-note">{note}</span>
      </summary>
      {children}
    </details>
  );
}
