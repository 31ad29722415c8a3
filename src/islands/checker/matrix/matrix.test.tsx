// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type Audience, audiences, flowIds } from '#app-settings/app.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import { draw } from '#islands/parts/testing/draw.ts';
import { createChecker, type Part } from '../model/checker.ts';
import type { MatrixRow } from '../model/matrix.ts';
import { fakePage } from '../model/testing/fake-page.ts';
import { shownWords } from '../model/verdict.ts';
import type { MatrixView } from './Mark.tsx';
import { MatrixList } from './MatrixList.tsx';
import { MatrixTable } from './MatrixTable.tsx';

// Three lines of the checker's own matrix: the whole is slow to draw without a browser.
const all = createChecker(fakePage()).matrix.value.flatMap((group) => group.rows);
const differs = ({ cells }: MatrixRow) => cells.some((cell) => cell.today !== cell.bySettings);
const rows = [
  ...all.filter(differs).slice(0, 2),
  ...all.filter((row) => !differs(row)).slice(0, 1),
];
const groups = [{ label: 'Several', several: false, rows }];

const marks = (of: ParentNode): HTMLButtonElement[] => [...of.querySelectorAll('button')];
const names = (of: ParentNode) => marks(of).map((mark) => mark.getAttribute('aria-label'));
const nameOf = (row: MatrixRow, index: number, part: Part) => {
  const flow = flowIds[Math.floor(index / audiences.length)] ?? 'jwt';
  const audience = audiences[index % audiences.length];
  const cell = row.cells.find((one) => one.flow === flow && one.audience === audience);
  const words = cell && shownWords[cell[part]];
  return `${flowNames[flow]}, ${audience}, ${row.label}: ${words}. Load these settings`;
};
const columns = flowIds.length * audiences.length;
const expected = (part: Part) =>
  rows.flatMap((row) => Array.from({ length: columns }, (_, index) => nameOf(row, index, part)));

async function drawn(view: Partial<MatrixView> = {}) {
  const loaded: [string, Audience][] = [];
  const given: MatrixView = {
    part: 'bySettings',
    own: new Set(),
    audience: 'private',
    load: (row, audience) => loaded.push([row.id, audience]),
    ...view,
  };
  const { user } = await draw(<MatrixTable groups={groups} view={given} />);
  const table = document.querySelector('table') as HTMLTableElement;
  const lines = [...table.querySelectorAll('tr')].filter((line) => line.querySelector('td'));
  const at = (row: number, column: number) => marks(lines[row] as Element)[column];
  return { user, table, lines, at, loaded };
}

describe('the table of every setting', () => {
  it('has a caption, a header to each column, line and group, and two marks in each cell', async () => {
    const { table, lines } = await drawn();
    expect(table.caption?.textContent).toContain('Every setting and its flows');
    const heads = [...table.querySelectorAll('thead th')].slice(1);
    expect(heads.map((head) => head.getAttribute('scope'))).toEqual(flowIds.map(() => 'col'));
    expect(heads.map((head) => head.firstElementChild?.getAttribute('title'))).toEqual(
      flowIds.map((flow) => flowNames[flow]),
    );
    expect(table.querySelector('th[scope=rowgroup]')?.textContent).toBe('Several');
    expect(lines.map((line) => line.querySelector('th[scope=row]')?.textContent)).toEqual(
      rows.map(({ label }) => label),
    );
    for (const line of lines) {
      const cells = [...line.querySelectorAll('td')];
      expect(cells.map((cell) => marks(cell).length)).toEqual(flowIds.map(() => audiences.length));
    }
  });

  it.each(['bySettings', 'today'] as const)(
    'names each mark by flow, audience, setting and verdict, and says what a press does: %s',
    async (part) => {
      const { table } = await drawn({ part });
      expect(names(table)).toEqual(expected(part));
      expect(expected('today')).not.toEqual(expected('bySettings'));
    },
  );

  it('is one tab stop, in which the arrows, Home, End and the page keys move', async () => {
    const { user, table, at } = await drawn();
    const last = { row: rows.length - 1, column: columns - 1 };
    const stops = () => marks(table).filter(({ tabIndex }) => tabIndex === 0);
    expect(stops()).toEqual([at(0, 0)]);
    await user.tab();
    const moves: [string, number, number][] = [
      ['{ArrowRight}', 0, 1],
      ['{ArrowDown}', 1, 1],
      ['{ArrowLeft}', 1, 0],
      ['{ArrowLeft}', 1, 0],
      ['{ArrowUp}', 0, 0],
      ['{ArrowUp}', 0, 0],
      ['{End}', 0, last.column],
      ['{ArrowRight}', 0, last.column],
      ['{PageDown}', last.row, last.column],
      ['{ArrowDown}', last.row, last.column],
      ['{Home}', last.row, 0],
      ['{PageUp}', 0, 0],
      ['{Control>}{End}{/Control}', last.row, last.column],
      ['{Control>}{Home}{/Control}', 0, 0],
      ['{Alt>}{ArrowRight}{/Alt}', 0, 0],
      ['x', 0, 0],
    ];
    for (const [key, row, column] of moves) {
      await user.keyboard(key);
      expect(document.activeElement, `${key} to ${row}, ${column}`).toBe(at(row, column));
      expect(stops()).toEqual([at(row, column)]);
    }
  });

  it('loads a mark’s settings by keyboard', async () => {
    const { user, at, loaded } = await drawn();
    at(1, 1)?.focus();
    await user.keyboard('{Enter}');
    expect(loaded).toEqual([[rows[1]?.id, 'public']]);
  });

  it('says which line is the reader’s, and marks the audience', async () => {
    const own = new Set([rows[1]?.id ?? '']);
    const { table, lines, at } = await drawn({ own, audience: 'public' });
    const told = lines.map((line) => line.textContent.includes('(your settings)'));
    expect(told).toEqual([false, true, false]);
    const marked = marks(table).filter((mark) => mark.hasAttribute('data-own'));
    expect(marked).toEqual(flowIds.map((_, index) => at(1, 2 * index + 1)));
  });
});

it('the list that stands where the table has no room has the same marks, by line', async () => {
  const loaded: string[] = [];
  const view: MatrixView = {
    part: 'bySettings',
    own: new Set(),
    audience: 'private',
    load: (row) => loaded.push(row.id),
  };
  const { user } = await draw(<MatrixList groups={groups} view={view} />);
  expect(names(document.body)).toEqual(expected('bySettings'));
  const summaries = [...document.querySelectorAll('details > summary')];
  expect(summaries.map(({ textContent }) => textContent)).toEqual(rows.map(({ label }) => label));
  await user.click(marks(document.body).at(-1) as Element);
  expect(loaded).toEqual([rows.at(-1)?.id]);
});
