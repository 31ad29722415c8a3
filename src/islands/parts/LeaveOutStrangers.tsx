import type { JSX } from 'preact';

/** The reader's choice whether a list shows what pages of other sites sent. */
export function LeaveOutStrangers({
  checked,
  onChange,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
}): JSX.Element {
  return (
    <label class="pg-leave-out">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      Leave out requests of other sites’ pages
    </label>
  );
}
