import { weightOf } from '../weight-of.ts';
import { isBeyond } from '../usage.ts';
import type { Amount } from '../../limits.ts';

interface Entry<Value> {
  value: Value;
  share: string;
  octets: number;
}

/** The keys of a share or of an owner in it, oldest first. */
interface Held {
  octets: number;
  keys: Set<string>;
}

export interface ShareRules<Value> {
  /** Whose part of the store an entry is counted in. */
  shareOf(value: Value): string;
  /** How much one share may hold. */
  boundOf(share: string): Amount;
  /** Within a share: who loses an entry of their own before anybody else does, beyond `most`. */
  owners?: { ownerOf(value: Value): string; most: number };
}

/**
 * A store that is divided into shares, each bounded in octets and in number: beyond its bound a
 * share loses its own oldest entries, so that no share takes anything from another. It keeps
 * running counts, and no verb walks the store.
 */
export class SharedStore<Value> {
  readonly #rules: ShareRules<Value>;
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #shares = new Map<string, Held>();
  readonly #owners = new Map<string, Held>();
  #octets = 0;

  constructor(rules: ShareRules<Value>) {
    this.#rules = rules;
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key)?.value;
  }

  /** All entries, oldest first. */
  *values(): Generator<Value> {
    for (const { value } of this.#entries.values()) yield value;
  }

  /** Puts an entry in the place of the one before, or behind all others; then the share loses what is too much. */
  set(key: string, value: Value): void {
    const share = this.#rules.shareOf(value);
    const entry = { value, share, octets: weightOf(value) };
    const before = this.#entries.get(key);
    this.#entries.set(key, entry);
    // In the same share it keeps its place in the row of those that go first.
    if (before && before.share !== share) this.#count(key, before, 'out');
    this.#count(key, entry, before?.share === share ? before.octets : 0);
    this.#bound(share, value);
  }

  delete(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#count(key, entry, 'out');
    return entry.value;
  }

  /** Drops from the front while `isOld` holds: entries stand in the order of their time. */
  dropWhile(isOld: (value: Value) => boolean): void {
    for (const [key, { value }] of this.#entries) {
      if (!isOld(value)) return;
      this.delete(key);
    }
  }

  dropShare(share: string): void {
    for (const key of this.#shares.get(share)?.keys ?? []) this.delete(key);
  }

  /** The oldest key of a share. */
  oldestOf(share: string): string | undefined {
    return first(this.#shares.get(share));
  }

  /** The share that holds the most octets: it pays where the whole store is full. */
  largest(): string | undefined {
    let largest: string | undefined;
    let most = 0;
    for (const [share, { octets }] of this.#shares) {
      if (octets > most) [largest, most] = [share, octets];
    }
    return largest;
  }

  used(share?: string): Amount {
    if (share === undefined) return { octets: this.#octets, number: this.#entries.size };
    const held = this.#shares.get(share);
    return { octets: held?.octets ?? 0, number: held?.keys.size ?? 0 };
  }

  clear(): void {
    this.#entries.clear();
    this.#shares.clear();
    this.#owners.clear();
    this.#octets = 0;
  }

  #bound(share: string, value: Value): void {
    const { owners } = this.#rules;
    if (owners) {
      const own = this.#owners.get(ownerKey(share, owners.ownerOf(value)));
      while (own && own.keys.size > owners.most) this.delete(first(own) as string);
    }
    const bound = this.#rules.boundOf(share);
    const held = this.#shares.get(share);
    while (held && held.keys.size > 0 && isBeyond(this.used(share), bound)) {
      this.delete(first(held) as string);
    }
  }

  /** Counts an entry in, instead of the octets that it had before, or out again. */
  #count(key: string, { value, share, octets }: Entry<Value>, before: number | 'out'): void {
    const { owners } = this.#rules;
    const change = before === 'out' ? -octets : octets - before;
    const stays = before !== 'out';
    this.#octets += change;
    tally(this.#shares, share, { key, change, stays });
    if (owners) tally(this.#owners, ownerKey(share, owners.ownerOf(value)), { key, change, stays });
  }
}

const ownerKey = (share: string, owner: string) => `${share} ${owner}`;

const first = (held: Held | undefined): string | undefined => held?.keys.values().next().value;

/** Counts a key in, or out again; what holds nothing any more is forgotten. */
function tally(
  all: Map<string, Held>,
  name: string,
  { key, change, stays }: { key: string; change: number; stays: boolean },
): void {
  let held = all.get(name);
  if (!held) all.set(name, (held = { octets: 0, keys: new Set() }));
  held.octets += change;
  if (stays) held.keys.add(key);
  else held.keys.delete(key);
  if (held.keys.size === 0) all.delete(name);
}
