import { addresses } from './addresses.ts';
import { curlCommands } from './curl.ts';
import { errorBodies } from './error-body.ts';
import { httpMessages } from './http-text.ts';
import type { Range } from '../finding.ts';
import type { HarSummary, Piece } from './known-parts.ts';
import { repair, type Repair } from './repair.ts';
import { bareJwts, formBodies } from './tokens.ts';
import { codesWritten, messages } from './words.ts';

/** A longer paste is read to here, and the page says so. A HAR goes another way. */
export const longestPaste = 200_000;
/** A paste with more is a log of a busy day; its first ones are read. */
const mostPieces = 300;

export interface Recognised {
  /** What was read: the paste, repaired and cut to what is read at most. */
  text: string;
  repairs: Repair[];
  isCut: boolean;
  /** In the order of the text; none lies within another. */
  pieces: Piece[];
  /** Where the paste is a HAR: what it told beside its pieces. */
  har?: HarSummary;
}

const lies = (inner: Range, outer: Range): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;

/**
 * Readers in the order in which one takes a stretch from the next: what says most of an exchange
 * first, a bare word last.
 */
const readers: readonly ((text: string) => Piece[])[] = [
  httpMessages,
  curlCommands,
  errorBodies,
  addresses,
  formBodies,
  bareJwts,
  codesWritten,
  messages,
];

/** A body within an answer on the wire belongs to it, with its codes. */
function withCodes(outer: Piece, inner: Piece): Piece {
  return {
    ...outer,
    codes: outer.codes.length > 0 ? outer.codes : inner.codes,
    ...(outer.message === undefined && inner.message !== undefined
      ? { message: inner.message }
      : {}),
  };
}

/**
 * What a paste holds: requests, answers, addresses, codes and texts, several of them in one paste.
 * Nothing is judged here, and what a form does not show is `unknown`, not absent.
 *
 * @param pasted anything; read to its first 200,000 characters
 */
export function recognise(pasted: string): Recognised {
  const { text, repairs } = repair(pasted.slice(0, longestPaste));
  let pieces: Piece[] = [];
  for (const reader of readers) {
    for (const piece of reader(text).slice(0, mostPieces)) {
      if (pieces.length >= mostPieces) break;
      const outer = pieces.findIndex(({ range }) => lies(piece.range, range));
      // A line of a log around a code that is known already adds its text to it.
      const inner = pieces.findIndex(({ range }) => lies(range, piece.range));
      const other = outer < 0 ? inner : outer;
      if (other < 0) pieces.push(piece);
      else pieces = pieces.with(other, withCodes(pieces[other] as Piece, piece));
    }
  }
  pieces.sort((one, other) => one.range.from - other.range.from);
  return { text, repairs, isCut: pasted.length > longestPaste, pieces };
}
