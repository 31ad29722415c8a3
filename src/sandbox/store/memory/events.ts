import type { Store, StoredEvent } from '../store.ts';

/** How many events an app keeps. */
const ringSize = 1000;

/** The last events of one app: a ring, so that an append costs the same however full it is. */
class Ring {
  #events: StoredEvent[] = [];
  #next = 0;

  append(event: StoredEvent): void {
    this.#events[this.#next] = event;
    this.#next = (this.#next + 1) % ringSize;
  }

  inOrder(): StoredEvent[] {
    if (this.#events.length < ringSize) return this.#events;
    return [...this.#events.slice(this.#next), ...this.#events.slice(0, this.#next)];
  }
}

/** The event log: what reached the sandbox, by the app it named. */
export function createEventLog() {
  const rings = new Map<string, Ring>();
  const listeners = new Map<string, Set<() => void>>();
  // One number for all apps; a reset does not begin it again, so a stream can resume over one.
  let sequence = 0;
  // The first event after a reset; whoever saw an earlier one has missed what the reset dropped.
  let firstKept = 0;

  const verbs: Store['events'] = {
    append: async (clientId, exchange) => {
      sequence += 1;
      let ring = rings.get(clientId);
      if (!ring) rings.set(clientId, (ring = new Ring()));
      ring.append({ sequence, clientId, exchange });
      const waiting = listeners.get(clientId);
      if (waiting) for (const listener of waiting) listener();
    },
    after: async (clientId, from) => {
      const kept = rings.get(clientId)?.inOrder() ?? [];
      const oldest = kept[0];
      const dropped =
        kept.length === ringSize && oldest !== undefined && oldest.sequence > from + 1;
      return {
        events: kept.filter((event) => event.sequence > from),
        gap: from > 0 && (dropped || from < firstKept),
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
