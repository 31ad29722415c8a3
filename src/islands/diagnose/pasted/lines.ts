import { certaintyOf, type Finding, type Range } from '#diagnosis/finding.ts';
import type { Removed, Shown } from '#diagnosis/hide/shown.ts';

/** How a stretch is underlined: solid, dashed in the colour of a warning, or dashed in grey. */
export type Tone = 'error' | 'warning' | 'unknown';

/** A stretch of a line that is all alike. */
export interface Part {
  text: string;
  tone?: Tone;
  /** The findings that it belongs to, counted from 1. */
  findings: readonly number[];
  /** Those of which a range ends here: their number stands behind it. */
  ends: readonly number[];
  hidden?: Removed['of'];
}

export interface Line {
  number: number;
  parts: Part[];
}

/** A line, or how many are left out. */
export type Row = Line | { leftOut: number };

const longestRange = 100;
const longestShown = 120;
/** Of more lines than that, those around what is marked are shown. */
const mostLines = 300;
const around = 3;
/** A stretch without a mark is cut in its middle. */
const longestPart = 600;

export function toneOf(found: Finding): Tone {
  if (certaintyOf(found) === 'cannot tell') return 'unknown';
  return found.kind === 'wrong' && certaintyOf(found) === 'certain' ? 'error' : 'warning';
}

interface Mark extends Range {
  finding: number;
  tone: Tone;
}

/** A long range says little: the code in it stands for it, else its beginning, cut between two parameters. */
function narrowed({ from, to }: Range, text: string, code: string | undefined): Range {
  if (to - from <= longestRange) return { from, to };
  const at = code === undefined ? -1 : text.indexOf(code, from);
  if (code !== undefined && at >= 0 && at < to) return { from: at, to: at + code.length };
  const [line = ''] = text.slice(from, Math.min(to, from + longestShown)).split('\n');
  const cut = from + line.length < to ? line.search(/[?&, ][^?&, ]*$/) : -1;
  return { from, to: from + (cut > 20 ? cut : line.length) };
}

function marksOf({ findings, text }: Shown): Mark[] {
  return findings.flatMap((found, at) => {
    const seen = new Set<string>();
    return found.evidence.flatMap(({ range }) => {
      if (!range || range.to <= range.from || range.to > text.length) return [];
      const narrow = narrowed(range, text, found.code);
      const key = `${narrow.from} ${narrow.to}`;
      if (seen.has(key) || narrow.to <= narrow.from) return [];
      seen.add(key);
      return [{ ...narrow, finding: at + 1, tone: toneOf(found) }];
    });
  });
}

interface Hidden extends Range {
  of: Removed['of'];
}

/** Where a label stands in the text. */
function hiddenIn(text: string, removed: readonly Removed[]): Hidden[] {
  // The longest first: one label may begin as another does.
  const labels = removed.toSorted((one, other) => other.label.length - one.label.length);
  const found: Hidden[] = [];
  const isTaken = (at: number): boolean => found.some(({ from, to }) => at >= from && at < to);
  for (const { label, of } of labels) {
    if (label === '') continue;
    for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + label.length)) {
      if (!isTaken(at)) found.push({ from: at, to: at + label.length, of });
    }
  }
  return found;
}

const worst: readonly Tone[] = ['error', 'warning', 'unknown'];

function partsOf(text: string, marks: readonly Mark[], hidden: readonly Hidden[]): Part[] {
  const cuts = new Set([0, text.length]);
  for (const { from, to } of [...marks, ...hidden]) cuts.add(from).add(to);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    cuts.add(at).add(at + 1);
  }
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((from, index): Part => {
    const to = places[index + 1] ?? text.length;
    const on = marks.filter((mark) => mark.from < to && mark.to > from);
    const tone = worst.find((one) => on.some((mark) => mark.tone === one));
    const block = hidden.find((one) => one.from < to && one.to > from);
    const numbers = (some: readonly Mark[]): number[] => [
      ...new Set(some.map(({ finding }) => finding)),
    ];
    return {
      text: text.slice(from, to),
      findings: numbers(on),
      ends: numbers(on.filter((mark) => mark.to === to)),
      ...(tone === undefined ? {} : { tone }),
      ...(block ? { hidden: block.of } : {}),
    };
  });
}

function cutInside(part: Part): Part {
  if (part.findings.length > 0 || part.text.length <= longestPart) return part;
  const gone = part.text.length - longestPart + 200;
  return {
    ...part,
    text: `${part.text.slice(0, longestPart - 300)} … ${gone} characters … ${part.text.slice(-100)}`,
  };
}

function linesOf(parts: readonly Part[]): Line[] {
  const lines: Line[] = [{ number: 1, parts: [] }];
  for (const part of parts) {
    if (part.text === '\n') lines.push({ number: lines.length + 1, parts: [] });
    else lines.at(-1)?.parts.push(cutInside(part));
  }
  return lines;
}

const isMarked = ({ parts }: Line): boolean => parts.some(({ findings }) => findings.length > 0);

/**
 * What was pasted, line by line, with what findings point at and what is hidden.
 *
 * @param isWhole all lines; else a long text is shown around what is marked
 */
export function rowsOf(shown: Shown, isWhole: boolean): Row[] {
  const lines = linesOf(partsOf(shown.text, marksOf(shown), hiddenIn(shown.text, shown.removed)));
  if (isWhole || lines.length <= mostLines) return lines;
  const kept = new Set<number>();
  for (let at = 0; at < 20; at += 1) kept.add(at);
  for (const [at, line] of lines.entries()) {
    if (!isMarked(line) || kept.size > mostLines) continue;
    for (let near = at - around; near <= at + around; near += 1) kept.add(near);
  }
  const rows: Row[] = [];
  let leftOut = 0;
  for (const [at, line] of lines.entries()) {
    if (kept.has(at)) {
      if (leftOut > 0) rows.push({ leftOut });
      leftOut = 0;
      rows.push(line);
    } else leftOut += 1;
  }
  return leftOut > 0 ? [...rows, { leftOut }] : rows;
}
