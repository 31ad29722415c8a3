import type { JSX } from 'preact';

export type VerdictKind = 'allowed' | 'warning' | 'refused' | 'unknown';

/** Shape first: a disc with a tick, a triangle with !, an octagon with a cross, a dashed ring with ?. */
const shapes: Record<VerdictKind, () => JSX.Element> = {
  allowed: () => (
    <>
      <circle class="pg-shape" cx="8" cy="8" r="7.5" />
      <path class="pg-mark" d="m4.6 8.3 2.3 2.3 4.5-4.8" />
    </>
  ),
  warning: () => (
    <>
      <path class="pg-shape" d="M8 1.2 15.3 14.4H.7Z" />
      <path class="pg-mark" d="M8 5.8v4M8 12v.1" />
    </>
  ),
  refused: () => (
    <>
      <path class="pg-shape" d="M5 .5h6L15.5 5v6L11 15.5H5L.5 11V5Z" />
      <path class="pg-mark" d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" />
    </>
  ),
  unknown: () => (
    <>
      <circle class="pg-shape" cx="8" cy="8" r="6.8" />
      <path class="pg-mark" d="M6.3 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.7-.9 1.3m0 2.1v.1" />
    </>
  ),
};

/** A verdict's shape. The word for it must stand beside it, or be given as `label`. */
export function Verdict({
  kind,
  label,
  size = 16,
}: {
  kind: VerdictKind;
  label?: string;
  size?: number;
}): JSX.Element {
  return (
    <span class={`pg-verdict pg-verdict-${kind}`}>
      <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {shapes[kind]()}
      </svg>
      {label ? <span class="sr-only">{label}</span> : null}
    </span>
  );
}
