import type { JSX } from 'preact';

/** On the same grid as `src/icons/outlines.ts`. */
const outlines = {
  eyeOff:
    'M4 4l16 16M9.5 5.5A9 9 0 0 1 21 12a12 12 0 0 1-2 3M6 7.5A12 12 0 0 0 3 12a9 9 0 0 0 12 6',
  file: 'M6 3h8l4 4v14H6ZM14 3v4h4',
};

/**
 * A picture that only this island draws. It repeats the frame of the shared `Icon` on purpose: one
 * component for both was measured at 0.12 kB on each guide, which draws neither.
 */
export function Outline({
  name,
  size,
}: {
  name: keyof typeof outlines;
  size: number;
}): JSX.Element {
  return (
    <svg
      class="pg-icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={outlines[name]} />
    </svg>
  );
}
