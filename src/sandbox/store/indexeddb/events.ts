import type { IDBPTransaction, StoreNames } from 'idb';
import type { Store, StoredEvent } from '../store.ts';
import type { Connection, Schema } from './database.ts';
import { eventSchema, kept } from './schemas.ts';

/** How many events an app keeps. */
const most = 1000;

type Writing = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

const isEvent = (event: StoredEvent | undefined): event is StoredEvent => event !== undefined;
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Every event of an app whose number is greater. */
const after = (clientId: string, sequence: number) =>
  IDBKeyRange.bound([clientId, sequence], [clientId, Infinity], true);

/** Part of a transaction that removes an app. */
export async function removeEventsOf(
  transaction: Pick<Writing, 'objectStore'>,
  clientId: string,
): Promise<void> {
  await transaction.objectStore('events').delete(after(clientId, -1));
  await transaction.objectStore('logs').delete(clientId);
}

/**
 * The event log. Who listens is known to this worker alone: it answers every
 * request, so it hears of every event; a stopped one has no listeners left.
 */
export function createEventLog({ run }: Connection): Store['events'] {
  const listeners = new Map<string, Set<() => void>>();
  const listenersToAll = new Set<() => void>();

  /** @param clientId undefined for all apps */
  const read = (clientId: string | undefined, from: number) =>
    run(async (database) => {
      const transaction = database.transaction(['settings', 'events', 'logs']);
      const settings = transaction.objectStore('settings');
      const events = transaction.objectStore('events');
      const logs = transaction.objectStore('logs');
      const sequence = number(await settings.get('sequence'));
      const firstKept = number(await settings.get('firstKept'));
      // A number that this log never gave is of a log before it: all that is kept is news.
      const place = from > sequence ? 0 : from;
      const rows =
        clientId === undefined
          ? await events.index('bySequence').getAll(IDBKeyRange.lowerBound(place, true))
          : await events.getAll(after(clientId, place));
      const about = clientId === undefined ? await logs.getAll() : [await logs.get(clientId)];
      const missed =
        from > sequence || from < firstKept || about.some((log) => from < (log?.dropped ?? 0));
      return {
        events: rows.map((row) => kept(eventSchema, row)).filter(isEvent),
        gap: from > 0 && missed,
      };
    });

  return {
    append: async (clientId, make) => {
      const exchange = make();
      await run(async (database) => {
        const transaction = database.transaction(['settings', 'events', 'logs'], 'readwrite');
        const settings = transaction.objectStore('settings');
        const events = transaction.objectStore('events');
        const logs = transaction.objectStore('logs');
        // One number for all apps; a reset does not begin it again, so a stream can resume over one.
        const sequence = number(await settings.get('sequence')) + 1;
        const log = (await logs.get(clientId)) ?? { count: 0, dropped: 0 };
        await settings.put(sequence, 'sequence');
        await events.add({ sequence, clientId, exchange });
        if (log.count < most) log.count += 1;
        else {
          const oldest = await events.getKey(after(clientId, -1));
          if (oldest) {
            await events.delete(oldest);
            log.dropped = oldest[1];
          }
        }
        await logs.put(log, clientId);
        await transaction.done;
      });
      for (const listener of listeners.get(clientId) ?? []) listener();
      for (const listener of listenersToAll) listener();
    },
    after: (clientId, from) => read(clientId, from),
    afterInAll: (from) => read(undefined, from),
    subscribe: (clientId, listener) => {
      const waiting = listeners.get(clientId) ?? new Set();
      listeners.set(clientId, waiting.add(listener));
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
}
