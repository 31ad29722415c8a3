import { describe, expect, it } from 'vitest';
import { finding } from '#diagnosis/finding.ts';
import type { Shown } from '#diagnosis/hide/shown.ts';
import { type Line, rowsOf } from './lines.ts';

const label = 'masked-client_secret-1-41chars';

const shownOf = (text: string, ranges: [number, number][] = []): Shown => ({
  text,
  repairs: [],
  isCut: false,
  pieces: [],
  findings: [
    finding({
      id: 'OAU-251',
      title: 'A title',
      why: 'Why.',
      evidence: ranges.map(([from, to]) => ({ source: 'x', parameter: '', range: { from, to } })),
    }),
  ],
  removed: [{ of: 'secret', kind: 'client_secret', label, count: 1 }],
  people: {},
});

const lines = (shown: Shown): Line[] => rowsOf(shown, false).filter((row) => 'parts' in row);
const textOf = ({ parts }: Line): string => parts.map(({ text }) => text).join('');

describe('what was pasted, line by line', () => {
  it('has every character, whatever is marked', () => {
    const text = `one ${label}\n\ntwo`;
    expect(
      lines(shownOf(text, [[2, 9]]))
        .map(textOf)
        .join('\n'),
    ).toBe(text);
  });

  it('marks a range over several lines, its number where it ends', () => {
    const [first, second] = lines(shownOf('abc\ndef', [[1, 5]]));
    expect(first?.parts.map(({ text, findings }) => [text, findings])).toEqual([
      ['a', []],
      ['bc', [1]],
    ]);
    expect(second?.parts[0]).toMatchObject({ text: 'd', tone: 'error', ends: [1] });
    expect(first?.parts.every(({ ends }) => ends.length === 0)).toBe(true);
  });

  it('shows a hidden value as a block of its own', () => {
    const [line] = lines(shownOf(`secret=${label}&x`));
    expect(line?.parts.map(({ text, hidden }) => [text, hidden])).toEqual([
      ['secret=', undefined],
      [label, 'secret'],
      ['&x', undefined],
    ]);
  });

  it('stands for a range that is the whole text by its first line', () => {
    const text = `${'x'.repeat(100)}\n`.repeat(10);
    const marked = lines(shownOf(text, [[0, text.length]])).filter(({ parts }) =>
      parts.some(({ findings }) => findings.length > 0),
    );
    expect(marked).toHaveLength(1);
  });

  it('leaves lines out of a long text, never a marked one, and says how many', () => {
    const text = Array.from({ length: 5_000 }, (_, n) => `line ${n}`).join('\n');
    const at = text.indexOf('line 4000');
    const rows = rowsOf(shownOf(text, [[at, at + 9]]), false);
    expect(rows.length).toBeLessThan(60);
    const shown = rows.filter((row): row is Line => 'parts' in row);
    expect(shown.some((line) => line.number === 4001 && textOf(line) === 'line 4000')).toBe(true);
    const out = rows.reduce((sum, row) => sum + ('leftOut' in row ? row.leftOut : 0), 0);
    expect(out + shown.length).toBe(5_000);
    expect(rowsOf(shownOf(text), true)).toHaveLength(5_000);
  });

  it('cuts a line that nobody would read to its end', () => {
    const [line] = lines(shownOf('y'.repeat(100_000)));
    expect(textOf(line as Line).length).toBeLessThan(800);
  });
});
