import { type IDBPDatabase, openDB } from 'idb';
import { storeProblem } from '../store-problem.ts';
import { createStores, type Schema, version } from './layout.ts';

type Database = IDBPDatabase<Schema>;

export interface Connection {
  /** Runs a verb on the open database, which is opened again where the browser has closed it. */
  run<Value>(verb: (database: Database) => Promise<Value>): Promise<Value>;
  /** How often the database was found empty. */
  generation(): number;
  close(): Promise<void>;
}

/** The browser closed the connection: storage was cleared, or another tab resets the site. */
const isClosed = (cause: unknown): boolean =>
  cause instanceof Error && cause.name === 'InvalidStateError';

/**
 * A connection that mends itself: a browser ends one when the reader clears the
 * site's data, and a worker is not told in time.
 *
 * @param firstEvent what the numbers of events count on from in an empty database
 * @throws StoreProblem from `run`, when the browser cannot store or has no room
 */
export function connect(name: string, firstEvent: () => number): Connection {
  let opening: Promise<Database> | undefined;
  let generation = 0;

  const open = () =>
    openDB<Schema>(name, version, {
      upgrade: async (database, _old, _new, transaction) => {
        generation += 1;
        createStores(database as unknown as IDBPDatabase);
        const settings = transaction.objectStore('settings');
        const first = firstEvent();
        await settings.put(first, 'born');
        await settings.put(first, 'sequence');
        await settings.put(first, 'firstKept');
      },
      // A newer worker makes its stores, or a reset deletes the database: neither may wait for this one.
      blocking: (_current, _blocked, event) => {
        opening = undefined;
        (event.target as IDBDatabase).close();
      },
      terminated: () => {
        opening = undefined;
      },
    });

  async function attempt<Value>(verb: (database: Database) => Promise<Value>): Promise<Value> {
    opening ??= open();
    const mine = opening;
    try {
      return await verb(await mine);
    } catch (cause) {
      // What failed to open may open next time.
      if (opening === mine && isClosed(cause)) opening = undefined;
      mine.catch(() => {
        if (opening === mine) opening = undefined;
      });
      throw cause;
    }
  }

  return {
    run: async (verb) => {
      try {
        return await attempt(verb).catch((cause: unknown) => {
          if (isClosed(cause)) return attempt(verb);
          throw cause;
        });
      } catch (cause) {
        throw storeProblem(cause);
      }
    },
    generation: () => generation,
    close: async () => {
      const mine = opening;
      opening = undefined;
      (await mine)?.close();
    },
  };
}
