import type { JSX } from 'preact';
import { flowIds } from '#app-settings/app.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import type { MatrixGroup } from '../model/matrix.ts';
import { Mark, type MatrixView } from './Mark.tsx';

/** The matrix where a table has no room: one setting a line, its flows below it. */
export function MatrixList({
  groups,
  view,
}: {
  groups: readonly MatrixGroup[];
  view: MatrixView;
}): JSX.Element {
  return (
    <div class="ck-list">
      {groups.map((group, index) => (
        <div key={group.label ?? index}>
          {group.label && group.rows.length > 1 ? <p class="ck-list-group">{group.label}</p> : null}
          {group.rows.map((row) => (
            <details key={row.id} data-own={view.own.has(row.id) || undefined}>
              <summary>{row.label}</summary>
              <ul>
                {flowIds.map((flow) => (
                  <li key={flow}>
                    <span>{flowNames[flow]}</span>
                    <span class="ck-marks">
                      {row.cells
                        .filter((cell) => cell.flow === flow)
                        .map((cell) => (
                          <Mark key={cell.audience} row={row} cell={cell} view={view} named />
                        ))}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      ))}
    </div>
  );
}
