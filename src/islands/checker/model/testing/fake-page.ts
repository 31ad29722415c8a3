import type { Surroundings } from '../surroundings.ts';

/** A page for tests: its address, its storage and its one timer in hand. */
export interface FakePage extends Surroundings {
  address: string;
  stored: Map<string, string>;
  /** The reader goes to another fragment. */
  goTo(fragment: string): void;
  /** Lets the time pass that a callback waits for. */
  pass(): void;
}

export function fakePage(address = '', stored = new Map<string, string>()): FakePage {
  let listener = (): void => undefined;
  let waiting: (() => void) | undefined;
  const page: FakePage = {
    address,
    stored,
    origin: 'http://localhost:4321',
    session: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
    fragment: () => page.address,
    replaceFragment: (fragment) => {
      page.address = `#${fragment}`;
    },
    onFragment: (heard) => {
      listener = heard;
      return () => {
        listener = () => undefined;
      };
    },
    after: (_milliseconds, callback) => {
      waiting = callback;
      return () => {
        waiting = undefined;
      };
    },
    goTo: (fragment) => {
      page.address = fragment;
      listener();
    },
    pass: () => {
      const due = waiting;
      waiting = undefined;
      due?.();
    },
  };
  return page;
}
