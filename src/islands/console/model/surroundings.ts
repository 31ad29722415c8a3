import type { StoredChoice } from '#islands/sandbox-events/stored-choices.ts';
import type { Since } from '#islands/sandbox-events/request-list.ts';
import type { SandboxEvents } from '#islands/sandbox-events/sandbox-events.ts';
import type { TextStorage } from '#islands/storage/storage.ts';
import type { Clock } from '#protocol/clock.ts';

/** Everything outside the console, handed in. */
export interface ConsoleSurroundings {
  /** Scheme and authority of the page and its sandbox, no trailing slash. */
  origin: string;
  fetch: (request: Request) => Promise<Response>;
  events: SandboxEvents;
  since: Since;
  strangersChoice: StoredChoice;
  clock: Clock;
  /** The tab's sessionStorage; undefined where it is blocked. */
  session: TextStorage | undefined;
  /** The address's fragment, its `#` included; empty for none. */
  fragment(): string;
  /** Goes to a fragment; `replace` leaves no entry in the history. */
  setFragment(fragment: string, how: 'push' | 'replace'): void;
  /** Calls back with where any page has set the clock; answers the way to stop. */
  watchClock(moved: (offsetSeconds: number) => void): () => void;
  /** Calls back when the fragment changed; answers the way to stop. */
  watchFragment(changed: () => void): () => void;
}
