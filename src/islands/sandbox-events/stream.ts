import { type News, parseExchange } from './news.ts';
import type { EventsSurroundings } from './surroundings.ts';

/** A second at first, then longer, ten seconds at most. */
const waits = [1000, 2000, 5000, 10_000];

export interface Stream {
  /** Opens it, after an event of before; '' for all that is kept. */
  open(after: string): void;
  close(): void;
  /** Does not wait for the next attempt. */
  retryNow(): void;
}

/**
 * A stream of `/sandbox/api/events` that mends itself: a source that fails is closed and made anew,
 * because a browser gives up on some failures for good and a service worker ends a stream when it is
 * stopped. A new source cannot send `Last-Event-ID`, so the place goes into the address.
 */
export function createStream(
  { origin, clock, openSource, wait }: EventsSurroundings,
  tell: (news: News) => void,
): Stream {
  let last = '';
  let failures = 0;
  let lostSince: number | undefined;
  let closeSource: (() => void) | undefined;
  let stopWaiting: (() => void) | undefined;

  function connect(): void {
    close();
    const query = last === '' ? '' : `?lastEventId=${encodeURIComponent(last)}`;
    let current = true;
    const end = openSource(`${origin}/sandbox/api/events${query}`, {
      opened: () => {
        if (!current) return;
        failures = 0;
        lostSince = undefined;
        tell({ kind: 'state', state: { kind: 'open' } });
      },
      exchange: (id, data) => {
        if (!current) return;
        if (id !== '') last = id;
        const exchange = parseExchange(data);
        if (exchange) tell({ kind: 'event', event: { id, exchange } });
      },
      gap: () => {
        if (current) tell({ kind: 'gap' });
      },
      failed: () => {
        if (!current) return;
        close();
        lostSince ??= clock.now();
        tell({ kind: 'state', state: { kind: 'lost', since: lostSince } });
        stopWaiting = wait(waits[Math.min(failures, waits.length - 1)] ?? 0, connect);
        failures += 1;
      },
    });
    closeSource = () => {
      current = false;
      end();
    };
  }

  function close(): void {
    closeSource?.();
    stopWaiting?.();
    closeSource = undefined;
    stopWaiting = undefined;
  }

  return {
    open: (after) => {
      last = after;
      failures = 0;
      lostSince = undefined;
      tell({ kind: 'state', state: { kind: 'connecting' } });
      connect();
    },
    close,
    retryNow: () => {
      if (stopWaiting) connect();
    },
  };
}
