import type { Range } from '../finding.ts';
import { addresses } from './addresses.ts';
import { withClients } from './client-marks.ts';
import { errorBodies } from './error-body.ts';
import type { pastedHar } from './har/pasted-har.ts';
import { headerDumps } from './header-dump.ts';
import { httpMessages } from './http-text.ts';
import { joined } from './joined.ts';
import type { HarSummary, Piece } from './known-parts.ts';
import { looseEnvelopes } from './loose-envelope.ts';
import { proseIn } from './prose/prose.ts';
import { raisedMessages } from './raised/raised-messages.ts';
import { repair, type Repair } from './repair.ts';
import { requestsInWords } from './request-words.ts';
import type { sourceReaders } from './source/readers.ts';
import { statuses } from './statuses.ts';
import { bareCodes, bareJwts, formBodies } from './tokens.ts';
import { traces } from './traces/index.ts';
import { valuesIn } from './values.ts';
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
  /** What they stand in: a source, a block of values, what somebody tells in words. */
  around: Piece[];
  /** Where the paste is a HAR: what it told beside its pieces. */
  har?: HarSummary;
}

/**
 * Readers in the order in which one takes a stretch from the next: what says most of an exchange
 * first, a bare word last.
 */
const readers = ({
  curlCommands,
  httpCalls,
  powerShell,
  concatenated,
}: Partial<typeof sourceReaders>): readonly (((text: string) => Piece[]) | undefined)[] => [
  traces,
  httpMessages,
  curlCommands,
  httpCalls,
  powerShell,
  requestsInWords,
  headerDumps,
  errorBodies,
  concatenated,
  addresses,
  looseEnvelopes,
  formBodies,
  bareJwts,
  bareCodes,
  codesWritten,
  messages,
  raisedMessages,
  statuses,
];

const overlaps = (one: Range, other: Range): boolean => one.from < other.to && other.from < one.to;

/** What stands within a piece belongs to it, with its codes and its words. */
function withWithin(outer: Piece, inner: Piece): Piece {
  const { message, client, status, raised, exchange, unknown } = inner;
  return {
    ...(exchange && !outer.exchange ? { exchange } : {}),
    ...(message === undefined ? {} : { message }),
    ...(client === undefined ? {} : { client }),
    ...(status === undefined ? {} : { status }),
    ...(raised === undefined ? {} : { raised }),
    ...outer,
    unknown: exchange && !outer.exchange ? unknown : outer.unknown,
    codes: outer.codes.length > 0 ? outer.codes : inner.codes,
  };
}

/** A page that works may name codes: no refusal is in it. */
const works = ({ exchange, unknown }: Piece): boolean =>
  exchange?.response !== undefined &&
  !unknown.includes('response') &&
  exchange.response.status >= 200 &&
  exchange.response.status < 300;

/** Pieces in the order of the text, found by place: each reader's answer is asked against all before. */
class Taken {
  readonly #pieces: Piece[] = [];

  get all(): readonly Piece[] {
    return this.#pieces;
  }

  /** The first piece that ends behind a place. */
  #at(place: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.range.to ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  add(piece: Piece): void {
    const at = this.#at(piece.range.from);
    const other = this.#pieces[at];
    if (other && overlaps(other.range, piece.range)) {
      if (!works(other)) this.#pieces[at] = withWithin(other, piece);
    } else if (this.#pieces.length < mostPieces) this.#pieces.splice(at, 0, piece);
  }
}

/** The text with stretches as spaces, so that the places of the rest stay. */
function without(text: string, pieces: readonly { range: Range }[]): string {
  let from = 0;
  const parts: string[] = [];
  for (const { range } of pieces) {
    if (range.from < from) continue;
    parts.push(text.slice(from, range.from), ' '.repeat(range.to - range.from));
    from = range.to;
  }
  return [...parts, text.slice(from)].join('');
}

/** Readers that most pastes need not: a page loads them with the first that does. */
export type LateReaders = Partial<typeof sourceReaders> & { pastedHar?: typeof pastedHar };

/**
 * What a paste holds: requests, answers, addresses, codes and texts, sources and sentences, several
 * of them in one paste. Nothing is judged here, and what a form does not show is `unknown`, not
 * absent.
 *
 * @param pasted anything; read to its first 200,000 characters
 * @param late what reads files, commands and programs: without it they are not seen; `recogniseAny` brings it
 */
export function recognise(pasted: string, late: LateReaders = {}): Recognised {
  const { text, repairs } = repair(pasted.slice(0, longestPaste));
  const har = late.pastedHar?.(text);
  const subject = har ? without(text, [har]) : text;
  const taken = new Taken();
  for (const reader of readers(late)) {
    for (const piece of reader?.(subject) ?? []) taken.add(piece);
  }
  const found = withClients(joined(taken.all, subject), subject);
  const pieces = [...found, ...(har?.pieces ?? [])].slice(0, mostPieces);
  pieces.sort((one, other) => one.range.from - other.range.from);
  const source = late.sourceIn?.(subject) ?? [];
  const calls = source.flatMap((piece) => piece.source?.calls ?? []);
  const rest = without(without(subject, found), calls);
  const around = [...source, ...valuesIn(rest), ...proseIn(rest)];
  return {
    text,
    repairs,
    isCut: pasted.length > longestPaste,
    pieces,
    around,
    ...(har ? { har: har.summary } : {}),
  };
}
