import type { Case } from '../case.ts';
import type { Finding, Range } from '../finding.ts';
import type { Client } from '../recognise/clients.ts';
import type { Piece } from '../recognise/known-parts.ts';
import type { Topic } from '../recognise/prose/topics.ts';
import type { RaisedId } from '../recognise/raised/table.ts';
import type { Recognised } from '../recognise/recognise.ts';
import type { Beside } from './diagnosis.ts';
import type { Compared } from './verifiers.ts';

/** A request with its answer, as far as the paste shows both, and the pieces that it was put together from. */
export interface PastedExchange {
  one: Case;
  pieces: readonly Piece[];
  /** From the first of its pieces to the last. */
  range: Range;
}

/** Everything that a rule about the whole paste may look at. Nothing in it changes. */
export interface PasteCase {
  recognised: Recognised;
  beside: Beside;
  /** In the order of the text; each knows those before it. */
  exchanges: readonly PastedExchange[];
  /** Verifiers of the text beside the challenges of its sign-ins, recomputed beforehand. */
  verifiers: readonly Compared[];
  /** The text between the pieces: what somebody wrote beside what was copied. */
  prose: string;
  /** The pieces with what they stand in: sources, blocks of values, what is told in words. */
  all: readonly Piece[];
  /** What the words tell. */
  topics: ReadonlySet<Topic>;
  /** Who printed the pieces. */
  clients: ReadonlySet<Client>;
  /** What programs said themselves. */
  raised: ReadonlySet<RaisedId>;
}

/** Looks at a whole paste and says one thing of it, or nothing. */
export type PasteRule = (paste: PasteCase) => Finding | undefined;
