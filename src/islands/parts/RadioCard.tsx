import type { ComponentChildren, JSX } from 'preact';

/** A radio button in a card that can be pressed as a whole. */
export function RadioCard({
  name,
  value,
  checked,
  disabled = false,
  refused = false,
  title,
  describedBy,
  onChoose,
  children,
}: {
  name: string;
  value: string;
  checked: boolean;
  disabled?: boolean;
  /** Where the reader is taken to correct the choice. */
  refused?: boolean;
  title: string;
  describedBy?: string | undefined;
  onChoose: () => void;
  /** Below the title; read with it. */
  children?: ComponentChildren;
}): JSX.Element {
  return (
    <label
      class="fd-radio-card"
      data-checked={checked || undefined}
      data-off={disabled || undefined}
    >
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        aria-describedby={describedBy}
        data-refused={refused ? '' : undefined}
        onChange={() => onChoose()}
      />
      <span>
        <span class="fd-card-title">{title}</span>
        {children}
      </span>
    </label>
  );
}
