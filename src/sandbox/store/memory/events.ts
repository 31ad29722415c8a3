import type { Exchange } from '#protocol/exchange.ts';
import type { Store, StoredEvent } from '../store.ts';

/** How many events an app keeps. */
const ringSize = 1000;

/** An event that nobody may ever read: its exchange is made when somebody does. */
interface Unread {
  sequence: number;
  clientId: string;
  make: () => Exchange;
}

const read = ({ sequence, clientId, make }: Unread): StoredEvent => ({
  sequence,
  clientId,
  exchange: make(),
});

/** The last events of one app: a ring, so that an append costs the same however full it is. */
class Ring {
  #events: Unread[] = [];
  #next = 0;

  append(event: Unread): void {
    this.#events[this.#next] = event;
    this.#next = (this.#next + 1) % ringSize;
  }

  inOrder(): Unread[] {
    if (this.#events.length < ringSize) return this.#events;
    return [...this.#events.slice(this.#next), ...this.#events.slice(0, this.#next)];
  }
}

/** Whether an app's log may have dropped an event after this one: it is full and begins later. */
function hasDropped(kept: readonly Unread[], from: number): boolean {
  const oldest = kept[0];
  return kept.length === ringSize && oldest !== undefined && oldest.sequence > from + 1;
}

/**
 * The event log: what reached the sandbox, by the app it named.
 *
 * @param firstSequence what numbers count on from: a log that is made again after a restart
 *   begins above the numbers of the one before, so that a stream resumes rightly over it
 */
export function createEventLog(firstSequence = 0) {
  const rings = new Map<string, Ring>();
  const listeners = new Map<string, Set<() => void>>();
  const listenersToAll = new Set<() => void>();
  // One number for all apps; a reset does not begin it again, so a stream can resume over one.
  let sequence = firstSequence;
  // The last event before a reset or a restart; whoever saw an earlier one has missed what was dropped.
  let firstKept = firstSequence;

  /** A number that this log never gave is of a log before it: all that is kept is news. */
  const placeOf = (from: number) => (from > sequence ? 0 : from);
  const missedAReset = (from: number) => from > 0 && (from < firstKept || from > sequence);

  const verbs: Store['events'] = {
    append: async (clientId, make) => {
      sequence += 1;
      let ring = rings.get(clientId);
      if (!ring) rings.set(clientId, (ring = new Ring()));
      ring.append({ sequence, clientId, make });
      const waiting = listeners.get(clientId);
      if (waiting) for (const listener of waiting) listener();
      for (const listener of listenersToAll) listener();
    },
    after: async (clientId, from) => {
      const kept = rings.get(clientId)?.inOrder() ?? [];
      return {
        events: kept.filter((event) => event.sequence > placeOf(from)).map(read),
        gap: missedAReset(from) || (from > 0 && hasDropped(kept, from)),
      };
    },
    afterInAll: async (from) => {
      const logs = [...rings.values()].map((ring) => ring.inOrder());
      return {
        events: logs
          .flat()
          .filter((event) => event.sequence > placeOf(from))
          .sort((one, other) => one.sequence - other.sequence)
          .map(read),
        gap: missedAReset(from) || (from > 0 && logs.some((kept) => hasDropped(kept, from))),
      };
    },
    subscribe: (clientId, listener) => {
      let waiting = listeners.get(clientId);
      if (!waiting) listeners.set(clientId, (waiting = new Set()));
      waiting.add(listener);
      return () => {
        waiting.delete(listener);
        if (waiting.size === 0) listeners.delete(clientId);
      };
    },
    subscribeToAll: (listener) => {
      listenersToAll.add(listener);
      return () => listenersToAll.delete(listener);
    },
  };
  return {
    verbs,
    removeApp: (clientId: string) => rings.delete(clientId),
    clear: () => {
      rings.clear();
      firstKept = sequence;
    },
  };
}
