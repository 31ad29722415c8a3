import type { JSX } from 'preact';
import { Icon } from '#islands/parts/Icon.tsx';

/** The button of a part that is shown on demand, with what is in it. */
export function Fold({
  id,
  title,
  note,
  isOpen,
  onPress,
}: {
  /** Of the part. */
  id: string;
  title: string;
  note?: string;
  isOpen: boolean;
  onPress: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="ch-fold"
      aria-expanded={isOpen}
      aria-controls={id}
      onClick={onPress}
    >
      <Icon name="chevron" size={14} />
      <b>{title}</b>
      {note ? <span> {note}</span> : null}
    </button>
  );
}
