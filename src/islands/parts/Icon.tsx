import type { JSX } from 'preact';

/** Outlines on a grid of 24, drawn in the text's colour. */
const paths = {
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c2.5 2.4 3.8 5.5 3.8 9s-1.3 6.6-3.8 9c-2.5-2.4-3.8-5.5-3.8-9S9.5 5.4 12 3Z',
  code: 'M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm5.5 5L7.5 12l3 3m3-6 3 3-3 3',
  shield:
    'M12 3c2.4 1.9 4.9 2.8 8 2.9V11c0 5-3.2 8.3-8 10-4.8-1.7-8-5-8-10V5.9C7.1 5.8 9.6 4.9 12 3Zm-3 9 2.2 2.2L15.3 10',
  handset:
    'M5 4h3.5l1.7 4.2-2.2 1.6a12 12 0 0 0 6.2 6.2l1.6-2.2L20 15.5V19a1.5 1.5 0 0 1-1.6 1.5C10.6 20 4 13.4 3.5 5.6A1.5 1.5 0 0 1 5 4Z',
  key: 'M14.5 9.5a5 5 0 1 0-3.3 4.7L13 16h2v2h2v2h4v-3.2l-6.9-6.9M8 8.5h.01',
  lock: 'M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Zm2 0V8a4 4 0 0 1 8 0v3',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  copy: 'M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1Zm-4 6H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v1',
  again: 'M4 5v5h5M4.6 10A8 8 0 1 1 4 13.5',
  arrow: 'M4 12h15m-5.5-5.5L19 12l-5.5 5.5',
  chevron: 'm6 9 6 6 6-6',
  external: 'M14 4h6v6m0-6-9 9M10 5H5a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-5',
  window: 'M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM3 9.5h18',
  hammer:
    'm13.5 9.5-8.6 8.6a1.8 1.8 0 1 0 2.5 2.5l8.6-8.6M11 6l3-2.6a3 3 0 0 1 3.9.1L21 6.6 17.4 10 16 8.7 14.6 10 11 6Z',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5V12l3 2',
  link: 'M9.5 14.5 14.5 9.5M11 7l1.8-1.8a4.3 4.3 0 0 1 6 6L17 13m-4 4-1.8 1.8a4.3 4.3 0 0 1-6-6L7 11',
  braces:
    'M9 4H8a2 2 0 0 0-2 2v4l-2 2 2 2v4a2 2 0 0 0 2 2h1m6-16h1a2 2 0 0 1 2 2v4l2 2-2 2v4a2 2 0 0 1-2 2h-1',
  plus: 'M12 5v14M5 12h14',
  close: 'm6 6 12 12M18 6 6 18',
  play: 'M8 5.5v13l10.5-6.5Z',
  undo: 'M8 5 4 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11h-3',
  down: 'M12 5v14m-5.5-5.5L12 19l5.5-5.5',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside words, never instead of them: always hidden from a screen reader. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }): JSX.Element {
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
      <path d={paths[name]} />
    </svg>
  );
}
