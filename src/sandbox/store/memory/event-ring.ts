import type { Exchange } from '#protocol/exchange.ts';
import type { Masker } from '#protocol/mask/mask.ts';
import { octetsOf } from '#protocol/text/copy-text.ts';
import type { Caller } from '../../wire/caller.ts';
import type { EventAbout, StoredEvent } from '../event-log.ts';
import type { Amount } from '../../limits.ts';

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

  unmaskedBefore(): Iterable<KeptEvent> {
    return this.isMasked() ? [] : (this.ring?.unmaskedBefore(this) ?? []);
  }

  text(): string {
    for (const earlier of this.unmaskedBefore()) earlier.#maskOnce();
    return this.#maskOnce();
  }

  #maskOnce(): string {
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
  #events: (KeptEvent | undefined)[] = [];
  #start = 0;
  /** Up to here all are masked, where they are masked in order. */
  #masked = 0;
  octets = 0;
  readonly #total: Amount;
  readonly #bound: (ring: EventRing) => void;
  readonly #inOrder: boolean;

  /**
   * @param total counts for all rings together
   * @param bound drops what is too much; asked whenever an event came or grew
   * @param inOrder whether an event is masked after all before it, which may have brought secrets
   *   that it repeats
   */
  constructor(total: Amount, bound: (ring: EventRing) => void, inOrder: boolean) {
    this.#total = total;
    this.#bound = bound;
    this.#inOrder = inOrder;
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

  dropOldest(): void {
    const event = this.#events[this.#start];
    if (!event) return;
    // The place may be there for long: it must not hold on to the event.
    this.#events[this.#start] = undefined;
    this.#start += 1;
    if (this.#start > 1024 && this.#start > this.#events.length / 2) {
      this.#events = this.#events.slice(this.#start);
      this.#masked = Math.max(0, this.#masked - this.#start);
      this.#start = 0;
    }
    this.octets -= event.octets;
    this.#total.octets -= event.octets;
    this.#total.number -= 1;
    this.dropped.set(event.clientId, event.sequence);
    event.ring = undefined;
  }

  /** Those before an event whose secrets are not known yet, oldest first. */
  *unmaskedBefore({ sequence }: KeptEvent): Generator<KeptEvent> {
    if (!this.#inOrder) return;
    for (;;) {
      this.#masked = Math.max(this.#masked, this.#start);
      const event = this.#events[this.#masked];
      if (!event || event.sequence >= sequence) return;
      if (!event.isMasked()) yield event;
      // Whoever masked it made it grow, and the front, this one too, may have been dropped for it.
      if (event !== this.#events[this.#masked]) continue;
      if (!event.isMasked()) return;
      this.#masked += 1;
    }
  }

  /** Drops all of an app, wherever they stand, as if they had never come. */
  remove(clientId: string): void {
    const gone: KeptEvent[] = [];
    const kept: KeptEvent[] = [];
    for (const event of this.#events) {
      if (event) (event.clientId === clientId ? gone : kept).push(event);
    }
    for (const event of gone) {
      this.octets -= event.octets;
      this.#total.octets -= event.octets;
      this.#total.number -= 1;
      event.ring = undefined;
    }
    this.#events = kept;
    this.#start = 0;
    this.#masked = 0;
    this.dropped.delete(clientId);
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
