import type { JSX } from 'preact';
import { Icon } from './Icon.tsx';

/** One of a few values, in the browser's own list. */
export function Select<Value extends string>({
  value,
  options,
  onChoose,
  ...attributes
}: {
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
} & Pick<JSX.SelectHTMLAttributes, 'id' | 'aria-label' | 'aria-invalid' | 'aria-describedby'> & {
    'data-refused'?: string | undefined;
  }): JSX.Element {
  return (
    <span class="fd-select">
      <select
        {...attributes}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron" size={16} />
    </span>
  );
}
