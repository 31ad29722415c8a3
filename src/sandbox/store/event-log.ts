import type { Exchange } from '#protocol/exchange.ts';
import type { Caller } from '../wire/caller.ts';

/** An event as it is kept, under a number that only grows. */
export interface StoredEvent {
  sequence: number;
  /** The app that it is told to; empty for none. */
  clientId: string;
  /** The exchange's own id. */
  id: string;
  caller: Caller;
  /** Whether its secrets are masked already: making the text then costs nothing. */
  isMasked(): boolean;
  /**
   * Events before it that are masked first, oldest first: an answer that brought a token is known
   * when the token turns up elsewhere. Whoever has many asks each for its text, in slices.
   */
  unmaskedBefore(): Iterable<StoredEvent>;
  /**
   * The exchange as JSON, its secrets masked. They are masked once, when this is first asked for,
   * after those of the events before it.
   */
  text(): string;
}

/** What is known of an event before its exchange is made. */
export interface EventAbout {
  id: string;
  caller: Caller;
  /** About what it takes to keep it. */
  octets: number;
}

export interface EventFilter {
  /** Left out for all apps, and for requests that named none. */
  clientId?: string | undefined;
  /** Whether what strangers' pages sent is left out. */
  withoutStrangers?: boolean | undefined;
}

export interface EventLog {
  /**
   * Keeps an event, bounded for each app and for strangers apart. `make` is called at once or when
   * the event is first read, as suits the store.
   */
  append(clientId: string, make: () => Exchange, about: EventAbout): Promise<void>;
  /** Those after a number, oldest first, at most so many; `gap` when some in between are no longer kept. */
  after(
    filter: EventFilter,
    sequence: number,
    most?: number,
  ): Promise<{ events: StoredEvent[]; gap: boolean }>;
  /**
   * The last ones, oldest first: of all that is kept, or of what stands before a number.
   * `earlier` is how many stand before them, `end` the number that the log has come to.
   */
  last(
    filter: EventFilter,
    most: number,
    before?: number,
  ): Promise<{ events: StoredEvent[]; earlier: number; end: number }>;
  /** By the exchange's own id. */
  find(id: string): Promise<StoredEvent | undefined>;
  /** Calls back after each append, of one app or of any; answers the way to stop. */
  subscribe(clientId: string | undefined, listener: () => void): () => void;
}

/** Whether an event is told to whoever asks so. */
export const isWanted = (
  { clientId, caller }: Pick<StoredEvent, 'clientId' | 'caller'>,
  filter: EventFilter,
): boolean =>
  (filter.clientId === undefined || filter.clientId === clientId) &&
  !(filter.withoutStrangers && caller === 'stranger');
