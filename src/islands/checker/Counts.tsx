import type { JSX } from 'preact';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { Counts as CountsOf } from './model/rows.ts';
import { shapeOf, shownOrder, type Shown } from './model/verdict.ts';

const names: Record<Shown, string> = {
  allowed: 'allowed',
  warning: 'with a warning',
  disputed: 'disputed',
  'not known': 'not known',
  refused: 'refused',
};

/** How many flows have which verdict. */
export function Counts({ counts }: { counts: CountsOf }): JSX.Element {
  return (
    <span class="ck-counts">
      {shownOrder
        .filter((verdict) => counts[verdict] > 0)
        .map((verdict) => (
          <span key={verdict} class={`ck-count ck-text-${shapeOf(verdict)}`}>
            <Verdict kind={shapeOf(verdict)} />
            {counts[verdict]} {names[verdict]}
          </span>
        ))}
    </span>
  );
}
