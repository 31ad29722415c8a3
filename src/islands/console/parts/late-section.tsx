import type { ComponentType } from 'preact';
import { type Late, late } from '#islands/parts/late.tsx';
import type { Console } from '../model/console.ts';

/** What a section of the console takes. */
export interface SectionProps {
  console: Console;
  /** The section stands, its heading with it. */
  onDrawn: () => void;
}

/** A part whose code comes when it is opened, or before, once the page has nothing else to do. */
export function lateSection<Props extends { console: Console }>(
  load: () => Promise<ComponentType<Props>>,
): Late<Props> {
  return late(load, {
    waiting: () => (
      <p class="cs-empty" aria-busy="true">
        Opening this part of the console.
      </p>
    ),
    failed: (_, again) => (
      <p class="cs-empty">
        This part of the console did not load: the server may be down.{' '}
        <button type="button" class="pg-quiet" onClick={again}>
          Try again
        </button>
      </p>
    ),
  });
}
