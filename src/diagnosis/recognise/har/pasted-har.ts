import type { HarSummary, Piece } from '../known-parts.ts';
import { endOfBracket, skipSpace } from '../text-scan.ts';
import { type Entry, entryOf, pieceOf } from './entry.ts';

const begins = /"(?:entries|requests)"\s{0,20}:\s{0,20}\[/;

/** A HAR within a paste. */
export interface PastedHar {
  pieces: Piece[];
  summary: HarSummary;
  /** All of it: no other reader looks there. */
  range: Piece['range'];
}

interface Placed {
  entry: Entry;
  range: Piece['range'];
}

/** Entry by entry, as far as each is whole. */
function entriesFrom(
  text: string,
  open: number,
): { placed: Placed[]; to: number; isWhole: boolean } {
  const placed: Placed[] = [];
  let at = skipSpace(text, open + 1);
  while (text[at] === '{') {
    const to = endOfBracket(text, at, text.length, '"');
    if (to === undefined) return { placed, to: text.length, isWhole: false };
    try {
      const entry = entryOf(JSON.parse(text.slice(at, to)));
      if (entry) placed.push({ entry, range: { from: at, to } });
    } catch {
      return { placed, to: text.length, isWhole: false };
    }
    at = skipSpace(text, to);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return { placed, to: at, isWhole: text[at] === ']' };
}

/**
 * A HAR, or SAML-tracer's export, that was pasted as text. What a file is read by, `readHar`, has no
 * places in it; a text has.
 *
 * @param text repaired
 * @returns undefined where it is none
 */
export function pastedHar(text: string): PastedHar | undefined {
  const match = begins.exec(text);
  if (!match) return undefined;
  const open = match.index + match[0].length - 1;
  const { placed, to, isWhole } = entriesFrom(text, open);
  if (placed.length === 0) return undefined;
  const start = text.lastIndexOf('"log"', match.index);
  const brace = text.lastIndexOf('{', start < 0 ? match.index : start);
  const from = brace < 0 ? match.index : brace;
  const end = endOfBracket(text, from, text.length, '"') ?? text.length;
  const isSanitized = !placed.some(({ entry }) => entry.isTelling);
  const pieces = placed.flatMap(({ entry: { kept }, range }) =>
    kept ? [pieceOf(kept, range, isSanitized)] : [],
  );
  return {
    pieces,
    summary: {
      entries: placed.length,
      kept: pieces.length,
      isSanitized,
      ...(isWhole ? {} : { cutAfter: placed.length }),
    },
    range: { from, to: Math.max(end, to) },
  };
}
