import type { DecidingRule } from '#protocol/errors/deciding-rule.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import type { AskedFault } from '../faults/given.ts';
import type { Caller } from './caller.ts';
import type { PlainResponse } from './plain-response.ts';

/**
 * One request, read once: endpoints take this and never the Request itself.
 * `now` is on the sandbox's clock, offset included, in milliseconds.
 */
export interface Incoming {
  request: Request;
  /** `GET` for HEAD too, whose answer is GET's without a body. */
  method: string;
  /** Scheme and authority that the request came to, no trailing slash: the issuer. */
  origin: string;
  path: string;
  /** Without its `?`; empty when there is none. */
  query: string;
  /** The body's text; empty when there is none. */
  body: string;
  browser: string;
  /** Every id that the browser sent, the same one first. */
  browsers: readonly string[];
  /** The browser was not known before this request. */
  isNewBrowser: boolean;
  caller: Caller;
  rawHeaders?: readonly string[] | undefined;
  /** Not from this machine itself. */
  isRemote: boolean;
  now: number;
  /** What the request itself asks the sandbox to do wrong. */
  askedFault?: AskedFault | undefined;
  /** The log keeps this exchange, so that it can be found by the id of its trace. */
  isLogged: boolean;
  /** How far the sandbox's clock was moved; its own pages say so. */
  offsetSeconds: number;
  /** Filled in as the request is understood; the event log reads it. */
  trace: Trace;
  /** Headers that every answer to this request carries: the trace id and, where it applies, CORS. */
  answerHeaders: Record<string, string>;
  /** Set once a redirect URI is trusted: where a defect of the sandbox goes (AS-056). */
  onFailure?: (fault: Fault) => PlainResponse;
}

/** What is learned about a request on its way: for the event log and the trace headers. */
export interface Trace {
  id: string;
  clientId?: string;
  /** The client id was found to be an app's: the log need not ask again. */
  isApp?: true;
  rule?: DecidingRule;
  transactionId?: string;
}
