import type { Range } from '../finding.ts';
import type { Removed } from './shown.ts';

/** A stretch of a text that is hidden. */
export interface Span extends Range {
  of: Removed['of'];
  /** A name on the wire for a secret; `phone_number`, `email_address`, `ip_address`, `api_answer`. */
  kind: string;
  /** What it stands for, its escapes undone: the same value has the same label. */
  value: string;
}

/** A stretch with what stands in its place. */
export interface Replaced extends Range {
  by: string;
}

const mask = /masked-[a-z_]+-\d+-\d+chars/g;

/** What is hidden already stays: of a span that reaches into a mask the rest, if there is one. */
function besideMasks(text: string, spans: readonly Span[]): readonly Span[] {
  if (!text.includes('masked-')) return spans;
  const masks = [...text.matchAll(mask)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  return spans.flatMap((span) => {
    let { from, to } = span;
    for (const one of masks) {
      if (one.from <= from && from < one.to) from = one.to;
      if (one.from < to && to <= one.to) to = one.from;
    }
    return from < to ? [{ ...span, from, to }] : [];
  });
}

/**
 * Spans in the order of the text, none over another. Of two that overlap the first of the list decides
 * what they are, and both stretches are hidden.
 *
 * @param spans the surest first
 */
export function joined(text: string, spans: readonly Span[]): Span[] {
  const ordered = besideMasks(text, spans)
    .map((span, rank) => ({ ...span, rank }))
    .sort((one, other) => one.from - other.from || other.to - one.to);
  const apart: (Span & { rank: number })[] = [];
  for (const span of ordered) {
    const last = apart.at(-1);
    if (!last || span.from >= last.to) {
      if (span.to > span.from) apart.push(span);
      continue;
    }
    const to = Math.max(last.to, span.to);
    // What lies within another is a part of it; two that cross are one, of which no value is known.
    const crosses = to > last.to;
    const winner = crosses && span.rank < last.rank ? span : last;
    const value = crosses ? text.slice(last.from, to) : winner.value;
    apart[apart.length - 1] = { ...winner, from: last.from, to, value };
  }
  return apart.map(({ of, kind, from, to, value }) => ({ of, kind, from, to, value }));
}

/** A text with its stretches replaced. */
export function replaceIn(text: string, replaced: readonly Replaced[]): string {
  let at = 0;
  let written = '';
  for (const { from, to, by } of replaced) {
    written += text.slice(at, from) + by;
    at = to;
  }
  return written + text.slice(at);
}

/**
 * Where a range of a text stands once stretches of it are replaced; an end within a replaced stretch
 * takes all of what stands for it.
 *
 * @param replaced in their order
 */
export function movedBy(replaced: readonly Replaced[]): (range: Range) => Range {
  const moves: (Replaced & { start: number })[] = [];
  let shift = 0;
  for (const each of replaced) {
    moves.push({ ...each, start: each.from + shift });
    shift += each.by.length - (each.to - each.from);
  }
  const place = (at: number, isEnd: boolean): number => {
    // The last one that begins at or before the place.
    let low = 0;
    let high = moves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((moves[middle]?.from ?? 0) < at || (!isEnd && moves[middle]?.from === at)) {
        low = middle + 1;
      } else high = middle;
    }
    const move = moves[low - 1];
    if (!move) return at;
    const end = move.start + move.by.length;
    if (at >= move.to) return end + (at - move.to);
    return isEnd ? end : move.start;
  };
  return ({ from, to }) => ({ from: place(from, false), to: place(to, true) });
}
