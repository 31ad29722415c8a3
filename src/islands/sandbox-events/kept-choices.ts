import type { Since } from './request-list.ts';

type Shelf = Pick<Storage, 'getItem' | 'setItem'> | undefined;

function read(shelf: Shelf, key: string): string | undefined {
  try {
    return shelf?.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(shelf: Shelf, key: string, text: string): void {
  try {
    shelf?.setItem(key, text);
  } catch {
    // Full or blocked: it holds until the page goes.
  }
}

/**
 * Since when a page's list shows requests: over a reload, and not on another page of this tab.
 *
 * @param page the page's path
 */
export function keptSince(session: Shelf, page: string): Since {
  const key = 'authorization-flows:requests-since';
  let here: string | undefined;
  return {
    read: () => {
      if (here !== undefined) return here;
      const [event = '', where] = (read(session, key) ?? '').split(/ (.*)/s);
      return where === page && /^\d{1,15}$/.test(event) ? event : undefined;
    },
    write: (event) => {
      here = event;
      write(session, key, `${event} ${page}`);
    },
  };
}

/** A choice of the reader's own, kept for later visits. */
export interface KeptChoice {
  read(): boolean;
  write(choice: boolean): void;
}

/**
 * Whether requests of other sites' pages are left out.
 *
 * @param room whose list it is; each has its own
 * @param usual where the reader has not chosen
 */
export function keptStrangersChoice(preferences: Shelf, room: string, usual: boolean): KeptChoice {
  const key = `authorization-flows:leave-out-strangers:${room}`;
  return {
    read: () => {
      const kept = read(preferences, key);
      return kept === undefined ? usual : kept === 'yes';
    },
    write: (choice) => write(preferences, key, choice ? 'yes' : 'no'),
  };
}
