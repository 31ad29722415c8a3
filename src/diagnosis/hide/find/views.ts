import type { Span } from '../spans.ts';

type Read = (text: string) => Span[];

/** A stretch of a text that is read as another. */
interface Unescaped {
  from: number;
  to: number;
  by: string;
}

/** A text with its escapes undone, and the place in it that each place of the view came from. */
function viewOf(
  text: string,
  escapes: readonly Unescaped[],
): { text: string; place: (at: number) => number } {
  const starts: { from: number; to: number; at: number; end: number }[] = [];
  let read = '';
  let last = 0;
  for (const { from, to, by } of escapes) {
    read += text.slice(last, from);
    starts.push({ from, to, at: read.length, end: read.length + by.length });
    read += by;
    last = to;
  }
  read += text.slice(last);
  return {
    text: read,
    place(at) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle]?.at ?? 0) <= at) low = middle + 1;
        else high = middle;
      }
      const before = starts[low - 1];
      if (!before) return at;
      return at < before.end ? before.from : before.to + (at - before.end);
    },
  };
}

/** The lines of a text that a pattern stands in, joined where they follow each other or an empty line is between. */
function blocksWith(text: string, sign: string): { from: number; to: number }[] {
  const blocks: { from: number; to: number }[] = [];
  for (let at = text.indexOf(sign); at >= 0;) {
    const from = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    const to = end < 0 ? text.length : end;
    const last = blocks.at(-1);
    if (last && from - last.to <= 2) last.to = to;
    else blocks.push({ from, to });
    at = text.indexOf(sign, to);
  }
  return blocks;
}

/**
 * Reads a text as it stands, and the lines that have escapes in a view without them; what a view shows
 * is told with its place in the text.
 *
 * @param sign what every escape has
 */
function alsoIn(read: Read, sign: string, escapesOf: (text: string) => Unescaped[]): Read {
  return (text) => {
    const viewed: Span[] = [];
    for (const { from, to } of blocksWith(text, sign)) {
      const block = text.slice(from, to);
      const escapes = escapesOf(block);
      if (escapes.length === 0) continue;
      const { text: view, place } = viewOf(block, escapes);
      for (const span of read(view)) {
        viewed.push({
          ...span,
          from: from + place(span.from),
          // To the end of the escape that its last sign was.
          to: from + Math.max(place(span.to - 1) + 1, place(span.to)),
        });
      }
    }
    return [...viewed, ...read(text)];
  };
}

/** As Windows' shell reads it: a sign behind a caret, a line that goes on, a line end within quotes. */
function carets(text: string): Unescaped[] {
  if (!/\^"|\^$/m.test(text)) return [];
  return [...text.matchAll(/\^(\n)(\n)?|\^([\s\S])/g)].map(
    ({ index, 0: whole, 2: second, 3: sign }) => ({
      from: index,
      to: index + whole.length,
      by: sign ?? (second === undefined ? '' : '\n'),
    }),
  );
}

/** Signs of ASCII that were percent-encoded, once or twice. */
const percents = (text: string): Unescaped[] =>
  [...text.matchAll(/%(?:25)?([2-7][\dA-Fa-f])/g)].map(({ index, 0: whole, 1: hex = '' }) => ({
    from: index,
    to: index + whole.length,
    by: String.fromCharCode(parseInt(hex, 16)),
  }));

/** Reads without the carets of Windows' shell too, where a text has them (Chrome's *Copy as cURL (cmd)*). */
export const alsoWithoutCarets = (read: Read): Read => alsoIn(read, '^', carets);

/** Reads without percent-encoding too. */
export const alsoDecoded = (read: Read): Read => alsoIn(read, '%', percents);
