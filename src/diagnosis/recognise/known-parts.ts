import type { Exchange } from '#protocol/exchange.ts';
import type { Range } from '../finding.ts';

/** What a paste does not show of an exchange: nothing may be concluded from its absence. */
export type Unknown =
  'request' | 'request headers' | 'request body' | 'response' | 'response headers';

/** How a piece of a paste was read. */
export type Form =
  'error body' | 'message' | 'code of an error' | 'address' | 'curl' | 'HTTP' | 'JWT' | 'form body';

/** One thing that a paste holds. */
export interface Piece {
  form: Form;
  /** Where it stands in the text that was read. */
  range: Range;
  /** The exchange as far as it is shown; `unknown` says what is not. */
  exchange?: Exchange;
  unknown: readonly Unknown[];
  /** Codes that the piece names, or whose text it has; the first is the likeliest. */
  codes: readonly string[];
  /** The message that it has, where it has one. */
  message?: string;
  /** It ends before its end: only what is there is judged. */
  isCut?: true;
}

/** An exchange of which only some parts are known, with what every exchange needs. */
export function partial(parts: Pick<Exchange, 'request'> & Partial<Exchange>): Exchange {
  return { id: 'pasted', from: 'app', to: 'authorization-server', startedAt: 0, ...parts };
}
