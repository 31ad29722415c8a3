import type { JSX } from 'preact';
import type { Audience } from '#app-settings/app.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { Part } from '../model/checker.ts';
import type { Cell, MatrixRow } from '../model/matrix.ts';
import { shapeOf, shownWords } from '../model/verdict.ts';

/** What every cell takes. */
export interface MatrixView {
  part: Part;
  /** The reader's own rows: both where they cannot see their page. */
  own: ReadonlySet<string>;
  audience: Audience;
  load: (row: MatrixRow, audience: Audience) => void;
}

/** One mark: its shape alone on screen, its whole sentence for a screen reader. Pressed, it loads its settings. */
export function Mark({
  row,
  cell,
  view,
  named = false,
  ...place
}: {
  row: MatrixRow;
  cell: Cell;
  view: MatrixView;
  /** Words beside the shape, where there is room. */
  named?: boolean;
  tabIndex?: number;
  'data-at'?: string;
}): JSX.Element {
  const verdict = cell[view.part];
  const isOwn = view.own.has(row.id) && view.audience === cell.audience;
  const words = `${flowNames[cell.flow]}, ${cell.audience}, ${row.label}: ${shownWords[verdict]}.`;
  return (
    <button
      type="button"
      class="ck-mark"
      aria-label={`${words} Load these settings`}
      title={words}
      data-own={isOwn || undefined}
      onClick={() => view.load(row, cell.audience)}
      {...place}
    >
      <Verdict kind={shapeOf(verdict)} />
      {named ? <span aria-hidden="true">{cell.audience}</span> : null}
    </button>
  );
}
