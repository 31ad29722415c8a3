import type { JSX } from 'preact';
import {
  again,
  arrow,
  braces,
  check,
  chevron,
  clock,
  close,
  code,
  copy,
  external,
  globe,
  hammer,
  handset,
  key,
  link,
  lock,
  play,
  plus,
  shield,
  undo,
  window,
} from '#icons/outlines.ts';

/** Those that islands draw. */
const paths = {
  again,
  arrow,
  braces,
  check,
  chevron,
  clock,
  close,
  code,
  copy,
  external,
  globe,
  hammer,
  handset,
  key,
  link,
  lock,
  play,
  plus,
  shield,
  undo,
  window,
} as const;

export type IconName = keyof typeof paths;

/** A picture beside words, never instead of them: always hidden from a screen reader. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg class="pg-icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
