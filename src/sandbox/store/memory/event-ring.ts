import type { Exchange } from '#protocol/exchange.ts';
import type { Masker } from '#protocol/mask/mask.ts';
import { octetsOf } from '#protocol/text/copy-text.ts';
import type { Caller } from '../../wire/caller.ts';
import type { EventAbout, StoredEvent } from '../event-log.ts';
import type { Amount } from '../usage.ts';

/** What an event costs beside its text: its record and its places in three lists. */
const overhead = 300;

/** An event that nobody may ever read: its exchange is made and masked when somebody does. */
export class KeptEvent implements StoredEvent {
  readonly sequence: number;
  readonly clientId: string;
  readonly id: string;
  readonly caller: Caller;
  octets: number;
  /** The list that it is bounded in; undefined once it was dropped. */
  ring: EventRing | undefined;
  readonly #masker: Masker;
  #make: (() => Exchange) | undefined;
  #text = '';

  constructor(
    { sequence, clientId, make, about }: NewEvent,
    { masker, ring }: { masker: Masker; ring: EventRing },
  ) {
    this.sequence = sequence;
    this.clientId = clientId;
    this.id = about.id;
    this.caller = about.caller;
    this.octets = about.octets + overhead;
    this.#make = make;
    this.#masker = masker;
    this.ring = ring;
  }

  isMasked(): boolean {
    return this.#make === undefined;
  }

  text(): string {
    if (!this.#make) return this.#text;
    this.#text = JSON.stringify(this.#masker.mask(this.#make()));
    // What is masked stays so: the raw exchange goes.
    this.#make = undefined;
    this.ring?.weighAgain(this, octetsOf(this.#text) + overhead);
    return this.#text;
  }
}

export interface NewEvent {
  sequence: number;
  clientId: string;
  make: () => Exchange;
  about: EventAbout;
}

/** Events in the order that they came, oldest first; the front goes without moving the rest. */
export class EventRing {
  #events: KeptEvent[] = [];
  #start = 0;
  octets = 0;
  readonly #total: Amount;
  readonly #bound: (ring: EventRing) => void;

  /**
   * @param total counts for all rings together
   * @param bound drops what is too much; asked whenever an event came or grew
   */
  constructor(total: Amount, bound: (ring: EventRing) => void) {
    this.#total = total;
    this.#bound = bound;
  }
  /** The number of the last event that was dropped, and of which app. */
  readonly dropped = new Map<string, number>();

  get number(): number {
    return this.#events.length - this.#start;
  }

  push(event: KeptEvent): void {
    this.#events.push(event);
    this.octets += event.octets;
    this.#total.octets += event.octets;
    this.#total.number += 1;
    this.#bound(this);
  }

  weighAgain(event: KeptEvent, octets: number): void {
    const growth = octets - event.octets;
    event.octets = octets;
    this.octets += growth;
    this.#total.octets += growth;
    if (growth > 0) this.#bound(this);
  }

  dropOldest(): KeptEvent | undefined {
    const event = this.#events[this.#start];
    if (!event) return undefined;
    this.#start += 1;
    if (this.#start > 1024 && this.#start > this.#events.length / 2) {
      this.#events = this.#events.slice(this.#start);
      this.#start = 0;
    }
    this.octets -= event.octets;
    this.#total.octets -= event.octets;
    this.#total.number -= 1;
    this.dropped.set(event.clientId, event.sequence);
    event.ring = undefined;
    return event;
  }

  /** Those that stand before a place in the order of numbers. */
  countBefore(sequence: number): number {
    let low = this.#start;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.sequence ?? Infinity) < sequence) low = middle + 1;
      else high = middle;
    }
    return low - this.#start;
  }

  at(index: number): KeptEvent | undefined {
    return this.#events[this.#start + index];
  }
}
