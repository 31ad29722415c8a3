import type { Range } from '../finding.ts';

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/**
 * Where a stretch in brackets ends, strings within it left out; quotes are `"`, `'` and, where the
 * text is a program's, a backtick.
 *
 * @param text to look through
 * @param from place of the bracket that opens
 * @param longest so many characters are looked at
 * @returns the place behind the bracket that closes it; undefined where the text ends before
 */
export function endOfBracket(
  text: string,
  from: number,
  longest: number,
  quotes = `"'`,
): number | undefined {
  const open = text[from] ?? '';
  const close = closers[open] ?? '';
  const limit = Math.min(text.length, from + longest);
  let depth = 0;
  let quote = '';
  for (let at = from; at < limit; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if (sign === open) depth += 1;
    else if (sign === close) {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (quotes.includes(sign)) quote = sign;
  }
  return undefined;
}

/** The first place at or behind `from` that is no white space. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at += 1;
  return at;
}

/** A line with where it stands. */
export interface Line extends Range {
  text: string;
}

/** The lines of a text, one at a time: who needs a few pays for a few. */
export function* linesFrom(text: string, start = 0): Generator<Line> {
  let from = start;
  while (from <= text.length) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield { text: text.slice(from, to), from, to };
    from = to + 1;
  }
}

/** Where the line ends that a place is in. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Where the line begins that a place is in. */
export const startOfLine = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Every place of a word, so many at most. */
export function* placesOf(text: string, word: string, most = 100): Generator<number> {
  let at = text.indexOf(word);
  for (let count = 0; at >= 0 && count < most; count += 1) {
    yield at;
    at = text.indexOf(word, at + word.length);
  }
}
