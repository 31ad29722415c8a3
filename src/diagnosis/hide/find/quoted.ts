/** A quote as programs (also `b'…'`, `@"…"`), shells and JSON within JSON write it. */
const opening = /[bBuUrR@$]{0,2}(\\{0,7}["'`])|\^"|%22|&quot;/y;
/** A longer value is none that anybody is given. */
const longest = 16_000;

/** A value as it stands in a text. */
export interface Read {
  from: number;
  to: number;
  text: string;
  isQuoted: boolean;
}

function closing(text: string, quote: string, from: number): number {
  const limit = Math.min(text.length, from + longest);
  for (let at = text.indexOf(quote, from); at >= 0 && at <= limit;) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    // A bare quote behind a backslash is part of the value; `\"` within JSON closes what `\"` opened.
    if (slashes % 2 === 0 || quote.startsWith('\\')) return at;
    at = text.indexOf(quote, at + 1);
  }
  return -1;
}

/**
 * The value that begins at a place: up to its closing quote where it has one, else up to what ends it.
 *
 * @param end what ends a value without quotes, sticky
 */
export function valueAt(text: string, at: number, end: RegExp): Read | undefined {
  opening.lastIndex = at;
  const opened = opening.exec(text);
  if (opened) {
    const [whole, quote = whole] = opened;
    const from = at + whole.length;
    const to = closing(text, quote, from);
    const line = text.indexOf('\n', from);
    const endOfLine = line < 0 ? text.length : line;
    // Only a template holds line ends; one that does not close was cut.
    const isOpen = to < 0 || (to > endOfLine && !quote.endsWith('`'));
    const until = isOpen ? Math.min(endOfLine, from + longest) : to;
    return { from, to: until, text: text.slice(from, until), isQuoted: true };
  }
  end.lastIndex = at;
  const bare = end.exec(text)?.[0] ?? '';
  return bare === '' ? undefined : { from: at, to: at + bare.length, text: bare, isQuoted: false };
}

/** How often an address may stand within an address. */
const deepest = 3;

function decodedOnce(text: string): string {
  if (!/%[\da-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A value with the escapes of JSON and of a shell undone, where it has any. */
const unescaped = (value: string): string =>
  value.includes('\\')
    ? value
        .replaceAll(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
        .replaceAll(/\\(["'`\\/$])/g, '$1')
    : value;

/** All that a value may mean, from how it is written to the last escape undone. */
export function meaningsOf(value: string): string[] {
  const meanings = [value, unescaped(value)];
  for (let depth = 0; depth < deepest; depth += 1)
    meanings.push(decodedOnce(meanings.at(-1) ?? ''));
  return [...new Set(meanings)];
}

/** A value with the escapes of JSON, of a form or of a shell undone, where it has any. */
export const plainly = (value: string): string => meaningsOf(value).at(-1) ?? value;
