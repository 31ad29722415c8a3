import { readText, type TextStorage, writeText } from '#islands/storage/storage.ts';
import type { Since } from './request-list.ts';

/**
 * Since when a page's list shows requests: over a reload, and not on another page of this tab.
 *
 * @param page the page's path
 */
export function storedSince(session: TextStorage | undefined, page: string): Since {
  const key = 'authorization-flows:requests-since';
  let here: string | undefined;
  return {
    read: () => {
      if (here !== undefined) return here;
      const [event = '', where] = (readText(session, key) ?? '').split(/ (.*)/s);
      return where === page && /^\d{1,15}$/.test(event) ? event : undefined;
    },
    write: (event) => {
      // Where nothing can be stored it holds until the page goes.
      here = event;
      writeText(session, key, `${event} ${page}`);
    },
  };
}

/** A choice of the reader's own, stored for later visits. */
export interface StoredChoice {
  read(): boolean;
  write(choice: boolean): void;
}

/**
 * Whether requests of other sites' pages are left out.
 *
 * @param room whose list it is; each has its own
 * @param usual where the reader has not chosen
 */
export function storedStrangersChoice(
  preferences: TextStorage | undefined,
  room: string,
  usual: boolean,
): StoredChoice {
  const key = `authorization-flows:leave-out-strangers:${room}`;
  return {
    read: () => {
      const choice = readText(preferences, key);
      return typeof choice === 'string' ? choice === 'yes' : usual;
    },
    write: (choice) => void writeText(preferences, key, choice ? 'yes' : 'no'),
  };
}
