import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

/** A few choices side by side, as radio buttons: one tab stop, arrows choose. */
export function Segments<Value extends string>({
  label,
  name,
  value,
  options,
  onChange,
}: {
  label: string;
  name: string;
  value: Value;
  options: readonly { value: Value; label: string; note?: string }[];
  onChange: (value: Value) => void;
}): JSX.Element {
  const id = useId();
  return (
    <div class="pg-segments" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} data-checked={option.value === value || undefined}>
          <input
            type="radio"
            class="sr-only"
            name={`${id}-${name}`}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
          {option.note ? <small>{option.note}</small> : null}
        </label>
      ))}
    </div>
  );
}
