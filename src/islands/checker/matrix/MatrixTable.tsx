import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { audiences, flowIds } from '#app-settings/app.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import type { MatrixGroup } from '../model/matrix.ts';
import { shortNames } from '../words.ts';
import { Mark, type MatrixView } from './Mark.tsx';

const columns = flowIds.length * audiences.length;

/** Where a key leads, in rows and columns of marks, `^` for Ctrl; undefined for any that is not ours. */
export function move(
  key: string,
  [row, column]: readonly [number, number],
  rows: number,
): [number, number] | undefined {
  const last = { row: rows - 1, column: columns - 1 };
  const to: Record<string, [number, number]> = {
    ArrowRight: [row, Math.min(column + 1, last.column)],
    ArrowLeft: [row, Math.max(column - 1, 0)],
    ArrowDown: [Math.min(row + 1, last.row), column],
    ArrowUp: [Math.max(row - 1, 0), column],
    Home: [row, 0],
    End: [row, last.column],
    PageUp: [0, column],
    PageDown: [last.row, column],
    '^Home': [0, 0],
    '^End': [last.row, last.column],
  };
  return to[key];
}

/** The matrix as a table. Its marks are one tab stop; arrow keys move between them. */
export function MatrixTable({
  groups,
  view,
}: {
  groups: readonly MatrixGroup[];
  view: MatrixView;
}): JSX.Element {
  const table = useRef<HTMLTableElement>(null);
  const at = useSignal<[number, number]>([0, 0]);
  const count = groups.flatMap(({ rows }) => rows).length;
  const row = Math.min(at.value[0], count - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = (event.target as HTMLElement).dataset['at']?.split('-').map(Number);
    if (place?.[0] === undefined || place[1] === undefined) return;
    // With Alt or Command a key is the browser's: back, forward, to the top.
    if (event.altKey || event.metaKey) return;
    const key = event.ctrlKey ? `^${event.key}` : event.key;
    const to = move(key, [place[0], place[1]], count);
    if (!to) return;
    event.preventDefault();
    at.value = to;
    table.current?.querySelector<HTMLElement>(`[data-at="${to.join('-')}"]`)?.focus();
  };
  let line = -1;
  return (
    <div class="ck-table-scroll">
      <table class="ck-table" ref={table} onKeyDown={onKeyDown}>
        <caption class="sr-only">
          Every setting and its flows; in each cell the mark of a private and of a public app
        </caption>
        <thead>
          <tr>
            <th scope="col">{groups[0]?.label ? 'App type' : 'Platform type'}</th>
            {flowIds.map((flow) => (
              <th key={flow} scope="col">
                <abbr title={flowNames[flow]}>{shortNames[flow]}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group, index) => (
          <tbody key={group.label ?? index}>
            {group.label && group.rows.length > 1 ? (
              <tr class="ck-group">
                <th scope="rowgroup" colSpan={flowIds.length + 1}>
                  <span>{group.label}</span>
                </th>
              </tr>
            ) : null}
            {group.rows.map((each) => {
              line += 1;
              const here = line;
              return (
                <tr key={each.id} data-own={view.own.has(each.id) || undefined}>
                  <th scope="row">
                    {each.label}
                    {view.own.has(each.id) ? <span class="sr-only"> (your settings)</span> : null}
                  </th>
                  {flowIds.map((flow, flowAt) => (
                    <td key={flow}>
                      <span class="ck-marks">
                        {each.cells
                          .filter((cell) => cell.flow === flow)
                          .map((cell, audienceAt) => {
                            const column = flowAt * audiences.length + audienceAt;
                            return (
                              <Mark
                                key={cell.audience}
                                row={each}
                                cell={cell}
                                view={view}
                                data-at={`${here}-${column}`}
                                tabIndex={here === row && column === at.value[1] ? 0 : -1}
                              />
                            );
                          })}
                      </span>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}
