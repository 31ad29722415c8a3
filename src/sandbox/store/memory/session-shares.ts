import { type Amount, sessionsInAll, sessionsPerApp } from '../../limits.ts';
import { isBeyond } from '../usage.ts';

/** The sessions of one app, by id, oldest first; the ended ones in the order of their end. */
interface Share {
  octets: number;
  live: Set<string>;
  ended: Set<string>;
}

/** How many sessions each app has and what they weigh, and whose turn it is to go. */
export class SessionShares {
  readonly #shares = new Map<string, Share>();
  #used: Amount = { octets: 0, number: 0 };

  /** Counts a session, which lives. */
  add(clientId: string, id: string, octets: number): void {
    let share = this.#shares.get(clientId);
    if (!share)
      this.#shares.set(clientId, (share = { octets: 0, live: new Set(), ended: new Set() }));
    share.live.add(id);
    this.#used.number += 1;
    this.grow(clientId, octets);
  }

  /** Counts what a session has more, or less. */
  grow(clientId: string, octets: number): void {
    const share = this.#shares.get(clientId);
    if (share) share.octets += octets;
    this.#used.octets += octets;
  }

  end(clientId: string, id: string): void {
    const share = this.#shares.get(clientId);
    if (share?.live.delete(id)) share.ended.add(id);
  }

  /** Counts a session out, with all that it weighs. */
  remove(clientId: string, id: string, octets: number): void {
    const share = this.#shares.get(clientId);
    if (!share?.live.delete(id) && !share?.ended.delete(id)) return;
    this.grow(clientId, -octets);
    this.#used.number -= 1;
    if (share.live.size + share.ended.size === 0) this.#shares.delete(clientId);
  }

  liveOf(clientId: string): readonly string[] {
    return [...(this.#shares.get(clientId)?.live ?? [])];
  }

  allOf(clientId: string): readonly string[] {
    const share = this.#shares.get(clientId);
    return share ? [...share.ended, ...share.live] : [];
  }

  /**
   * The session that has to go, if one has: an ended one of the app before its oldest live one; and
   * where all apps together have too many, one of the app that has the most.
   *
   * @param id the one that has just grown, which stays
   */
  tooMany(clientId: string, id: string): string | undefined {
    const share = this.#shares.get(clientId);
    if (!share) return undefined;
    const { octets, live, ended } = share;
    if (isBeyond({ octets, number: ended.size + live.size }, sessionsPerApp)) {
      return oldest(share, id);
    }
    return isBeyond(this.#used, sessionsInAll) ? oldest(this.#largest() ?? share, id) : undefined;
  }

  endedBeyond(clientId: string, most: number): string | undefined {
    const { ended = new Set<string>() } = this.#shares.get(clientId) ?? {};
    return ended.size > most ? ended.values().next().value : undefined;
  }

  used(): Amount {
    return { ...this.#used };
  }

  clear(): void {
    this.#shares.clear();
    this.#used = { octets: 0, number: 0 };
  }

  #largest(): Share | undefined {
    let largest: Share | undefined;
    for (const share of this.#shares.values()) {
      if (share.octets > (largest?.octets ?? 0)) largest = share;
    }
    return largest;
  }
}

function oldest({ live, ended }: Share, stays: string): string | undefined {
  for (const ids of [ended, live]) for (const id of ids) if (id !== stays) return id;
  return undefined;
}
