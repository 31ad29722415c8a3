import type { Span } from '../spans.ts';

type Read = (text: string) => Span[];

/** A text with its escapes undone, and where each of its signs came from. */
interface View {
  text: string;
  places: number[];
}

/** A stretch of a text that is read as another, sign for sign from its place. */
interface Unescaped {
  from: number;
  to: number;
  by: string;
}

function viewOf(text: string, escapes: readonly Unescaped[]): View {
  const places: number[] = [];
  let read = '';
  let at = 0;
  const take = (to: number): void => {
    for (let place = at; place < to; place += 1) places.push(place);
    read += text.slice(at, to);
  };
  for (const { from, to, by } of escapes) {
    take(from);
    for (let sign = 0; sign < by.length; sign += 1) places.push(from);
    read += by;
    at = to;
  }
  take(text.length);
  places.push(text.length);
  return { text: read, places };
}

/** Reads a text as it stands and in a view of it; what the view shows is told with its place in the text. */
function alsoIn(read: Read, escapesOf: (text: string) => Unescaped[]): Read {
  return (text) => {
    const found = read(text);
    const escapes = escapesOf(text);
    if (escapes.length === 0) return found;
    const view = viewOf(text, escapes);
    const place = (at: number): number => view.places[at] ?? text.length;
    const placed = read(view.text).map((span) => ({
      ...span,
      from: place(span.from),
      // To the end of the escape that its last sign was.
      to: Math.max(place(span.to - 1) + 1, place(span.to)),
    }));
    return [...placed, ...found];
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
export const alsoWithoutCarets = (read: Read): Read => alsoIn(read, carets);

/** Reads without percent-encoding too. */
export const alsoDecoded = (read: Read): Read => alsoIn(read, percents);
