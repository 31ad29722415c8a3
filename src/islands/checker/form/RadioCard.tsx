import type { ComponentChildren, JSX } from 'preact';

/** A radio button in a card that can be pressed as a whole. */
export function RadioCard({
  name,
  value,
  checked,
  title,
  onChoose,
  children,
}: {
  name: string;
  value: string;
  checked: boolean;
  title: string;
  onChoose: () => void;
  /** Below the title; read with it. */
  children: ComponentChildren;
}): JSX.Element {
  return (
    <label class="ck-radio-card" data-checked={checked || undefined}>
      <input
        type="radio"
        name={`ck-${name}`}
        value={value}
        checked={checked}
        onChange={() => onChoose()}
      />
      <span>
        <span class="ck-card-title">{title}</span>
        {children}
      </span>
    </label>
  );
}
