import type { Exchange } from '#protocol/exchange.ts';
import { type KnownApp, caseOf } from '../case.ts';
import type { Finding } from '../finding.ts';
import type { diagnose as Diagnose } from '../diagnose.ts';

export { awaitedAfter, seenIn } from './progress.ts';
export type { Awaited, Milestone } from './progress.ts';

/** One exchange with everything that there is to say about it. */
export interface WatchedExchange {
  exchange: Exchange;
  findings: readonly Finding[];
}

/**
 * Watches a running program: what it does right and wrong, request by request. What was said of a
 * request once stands, so that one more costs no more the longer the program runs.
 *
 * @param app what is known of it
 * @param diagnose the engine
 * @returns takes the exchanges of the app so far, oldest first; secrets masked, equal ones under
 *   equal labels
 */
export function createWatch(
  app: KnownApp,
  diagnose: typeof Diagnose,
): (exchanges: readonly Exchange[]) => WatchedExchange[] {
  const watched = new WeakMap<Exchange, WatchedExchange>();
  return (exchanges) =>
    exchanges.map((exchange, at) => {
      const known = watched.get(exchange);
      if (known) return known;
      const one = {
        exchange,
        findings: diagnose(caseOf(exchange, exchanges.slice(0, at), { app })),
      };
      watched.set(exchange, one);
      return one;
    });
}
