import { createMending } from './mending.ts';
import { type StreamNews, parseExchange } from './news.ts';
import type { EventsSurroundings } from './surroundings.ts';

export interface Stream {
  /** Opens it, after an event of before. */
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
  surroundings: Pick<EventsSurroundings, 'origin' | 'clock' | 'openSource' | 'wait'>,
  tell: (news: StreamNews) => void,
): Stream {
  const mending = createMending(surroundings);
  let last = '';
  let closeSource: (() => void) | undefined;

  function connect(): void {
    close();
    const query = last === '' ? '' : `?lastEventId=${encodeURIComponent(last)}`;
    let current = true;
    const end = surroundings.openSource(`${surroundings.origin}/sandbox/api/events${query}`, {
      opened: () => {
        if (!current) return;
        mending.worked();
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
        tell({ kind: 'state', state: { kind: 'lost', since: mending.failed(connect) } });
      },
    });
    closeSource = () => {
      current = false;
      end();
    };
  }

  function close(): void {
    closeSource?.();
    mending.cancel();
    closeSource = undefined;
  }

  return {
    open: (after) => {
      last = after;
      mending.worked();
      connect();
    },
    close,
    retryNow: mending.now,
  };
}
