import type { Exchange } from '#protocol/exchange.ts';
import type { Range } from '../finding.ts';
import type { Client } from './clients.ts';
import type { RaisedId } from './raised/table.ts';
import type { Topic } from './prose/topics.ts';
import type { WireName } from './wire-names.ts';

/**
 * What a paste does not show of an exchange: nothing may be concluded from its absence. `request`
 * and `response` are all of it; `method` where the verb was filled in.
 */
export type Unknown =
  | 'request'
  | 'method'
  | 'request headers'
  | 'request body'
  | 'response'
  | 'response headers'
  | 'response body';

/** How a piece of a paste was read. */
export type Form =
  | 'error body'
  /** An answer of the token endpoint that grants. */
  | 'token answer'
  /** A text of the catalogue, without its code. */
  | 'message'
  | 'code of an error'
  /** A status that stands alone: its body was thrown away or is not shown. */
  | 'status'
  /** What a program said itself: see `raised`. */
  | 'raised'
  /** Answer, and request where it prints one, as an SDK writes them into its exception. */
  | 'trace'
  | 'address'
  /** Of the embeddable widget, with what it is given in `options`. */
  | 'widget'
  | 'curl'
  | 'fetch'
  | 'PowerShell'
  | 'HTTP'
  /** Headers without their first line. */
  | 'headers'
  /** "POST https://… -> 200 {…}", a line of a log, Postman in words. */
  | 'request in words'
  | 'HAR'
  | 'JWT'
  | 'authorization code'
  | 'form body'
  /** Source of a program, its calls in `source`. */
  | 'source'
  /** Names with their values, such as an env file: in `options`. */
  | 'values'
  /** What somebody tells in words: in `words`. */
  | 'prose';

/** A name with its value, as a source, an address or a block of values has it. */
export interface Option {
  /** As it is written, `clientid`; empty for an argument by position. */
  name: string;
  /** What it is on the wire, whatever its spelling: `client_id`. */
  means?: WireName;
  /** The value where it stands there literally, without its quotes. */
  value?: string;
  /** The code that makes the value, where it does not stand there: `process.env.RC_JWT`. */
  expression?: string;
  /** Of name and value. */
  range: Range;
}

/** A call in a source: `login`, `loginUrl`, `SDK`, `fetch`. */
export interface Call {
  name: string;
  range: Range;
  arguments: readonly Option[];
}

export type Language =
  | 'JavaScript'
  | 'Python'
  | 'PHP'
  | 'Ruby'
  | 'C#'
  | 'Java'
  | 'Go'
  | 'VBA'
  | 'shell'
  | 'HTML'
  | 'unknown';

/** What a source shows of a login. */
export interface Source {
  language: Language;
  calls: readonly Call[];
}

/** A word or turn of a sentence that matters, and what it tells. */
export interface Word {
  topic: Topic;
  range: Range;
}

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
  /** The SDK, library or program that printed it, where that shows. */
  client?: Client;
  /** A status that stands there, whether an exchange could be made of it or not. */
  status?: number;
  /** Which row of the table of messages it is that programs raise themselves. */
  raised?: RaisedId;
  options?: readonly Option[];
  source?: Source;
  words?: readonly Word[];
  /** Of prose that is not English: its language as far as a few words tell it, ISO 639-1 or `other`. */
  language?: 'es' | 'de' | 'fr' | 'ja' | 'ru' | 'other';
}

/** What a HAR told beside its exchanges. */
export interface HarSummary {
  /** Complete entries that were read. */
  entries: number;
  /** Those of them that are pieces: of a sign-in, or with an error. */
  kept: number;
  /** No Authorization and no cookie stands anywhere in it: the browser left them out. */
  isSanitized: boolean;
  /** Entries before it ends in the middle. */
  cutAfter?: number;
}

/** Where a form body, or a Basic header alone, is sent to, as far as anybody knows. */
export const tokenEndpoint = 'https://platform.ringcentral.com/restapi/oauth/token';

/** An exchange of which only some parts are known, with what every exchange needs. */
export function partial(parts: Pick<Exchange, 'request'> & Partial<Exchange>): Exchange {
  return { id: 'pasted', from: 'app', to: 'authorization-server', startedAt: 0, ...parts };
}
