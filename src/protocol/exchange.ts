import * as z from 'zod/mini';
import { actors } from './actors.ts';

/** Header fields in the order they were sent; a name may repeat. */
const headersSchema = z.array(z.tuple([z.string(), z.string()]));

export const exchangeRequestSchema = z.object({
  method: z.string(),
  /** Absolute URL, query included. */
  url: z.string(),
  headers: headersSchema,
  body: z.optional(z.string()),
});

export const exchangeResponseSchema = z.object({
  status: z.int(),
  headers: headersSchema,
  body: z.optional(z.string()),
});

/** Why an exchange has no response: the request could not leave, or no answer came. */
export const exchangeFailureSchema = z.object({
  kind: z.enum(['unreachable', 'timeout', 'aborted']),
  message: z.string(),
  /**
   * What a page could find out of an answer that it has not, at a server of another origin:
   * `unreadable`: the host answers, but not this page (CORS); `silent`: nothing answers there;
   * `redirected`: it answered with a redirect, which is not followed; `mixed-content`: a page over
   * https may not ask over http; `policy`: this site's own policy; `offline`: no network.
   */
  cause: z.optional(
    z.enum(['unreadable', 'silent', 'redirected', 'mixed-content', 'policy', 'offline']),
  ),
});

/** A server that is not this site's sandbox, as the reader chose it. */
export const realServerSchema = z.object({
  kind: z.enum(['ringcentral', 'own']),
  /** Scheme and authority, no trailing slash. */
  origin: z.string(),
});

/**
 * One HTTP request with its response: who sent it to whom, the step it belongs
 * to and when it happened. Every room speaks this and nothing else.
 */
export const exchangeSchema = z.object({
  id: z.string(),
  from: z.enum(actors),
  to: z.enum(actors),
  /**
   * Set where a page played the sender's part: `server` is an app's server that holds a secret, so
   * that nobody reads the secret as one that a browser app was given.
   */
  plays: z.optional(z.literal('server')),
  /**
   * Who sent it, as far as a browser says it; a sandbox tells. `stranger` is a page of another site
   * that sends requests behind the reader's back.
   */
  caller: z.optional(z.enum(['page', 'program', 'stranger'])),
  /** Whose server it went to or came from; absent where it is this site's sandbox. */
  server: z.optional(realServerSchema),
  /** `pasted`: the reader sent it from a terminal and pasted what came back. */
  answered: z.optional(z.literal('pasted')),
  /** Flow and step, where known: ids of `src/flows`. */
  flow: z.optional(z.string()),
  step: z.optional(z.string()),
  /** The app the request named, where it named one. */
  clientId: z.optional(z.string()),
  /** Ties the authorize request, its forms and its redirect together. */
  transactionId: z.optional(z.string()),
  /** Milliseconds since the epoch. */
  startedAt: z.number(),
  durationMs: z.optional(z.number()),
  request: exchangeRequestSchema,
  response: z.optional(exchangeResponseSchema),
  failure: z.optional(exchangeFailureSchema),
  /** The server rule that decided a refusal, such as `AS-124`; only a sandbox can tell. */
  rule: z.optional(z.string()),
});

export type Headers = z.infer<typeof headersSchema>;
export type ExchangeRequest = z.infer<typeof exchangeRequestSchema>;
export type ExchangeResponse = z.infer<typeof exchangeResponseSchema>;
export type ExchangeFailure = z.infer<typeof exchangeFailureSchema>;
export type RealServer = z.infer<typeof realServerSchema>;
export type Exchange = z.infer<typeof exchangeSchema>;
