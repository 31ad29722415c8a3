/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** Below 1. */
  next(): number;
  /** From 0 to below `end`. */
  below(end: number): number;
  oneIn(count: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

/** Mulberry32: small, quick, and good enough to spread requests. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    oneIn: (count) => below(count) === 0,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
  };
}
