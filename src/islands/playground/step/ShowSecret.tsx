import type { JSX } from 'preact';

/** Shows one secret of a real server, until the step is another or it is pressed again. */
export function ShowSecret({
  of,
  isShown,
  onToggle,
}: {
  of: string;
  isShown: boolean;
  onToggle: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="pg-quiet"
      aria-pressed={isShown}
      aria-label={`Show ${of}`}
      onClick={onToggle}
    >
      Show
    </button>
  );
}
