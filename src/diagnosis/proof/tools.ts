import type { Clock } from '#protocol/clock.ts';
import type { ExchangeRequest, Headers } from '#protocol/exchange.ts';
import type { Random } from '#protocol/random.ts';

/** An answer after all redirects. */
export interface ProofAnswer {
  status: number;
  /** Where the last answer came from. */
  url: string;
  headers: Headers;
  body: string;
}

/** What a proof needs from outside. */
export interface ProofTools {
  /** Of the sandbox, no trailing slash. */
  origin: string;
  /**
   * Sends a request and follows redirects: `app` brings no cookie, as a program; `browser` does, as
   * a window.
   */
  send(request: ExchangeRequest, as: 'app' | 'browser'): Promise<ProofAnswer>;
  /** A call of the control API under `/sandbox/api/`; its JSON, or an error that says why not. */
  control(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    json?: unknown,
  ): Promise<unknown>;
  /** Waits for so many seconds to pass at the server. */
  later(seconds: number): Promise<void>;
  /** The sandbox's own. */
  clock: Clock;
  random: Random;
}
