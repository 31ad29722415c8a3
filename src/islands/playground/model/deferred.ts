/** Calls back after so many milliseconds; answers the way to stop it. */
export type After = (milliseconds: number, callback: () => void) => () => void;

/** Work that can wait until the reader has what they wait for. */
export interface Deferred {
  /** Puts work off. Work that waits already waits once; with the first of it, all is done, in its order. */
  put(milliseconds: number, work: () => void): void;
  /** Does at once what still waits. */
  flush(): void;
  /** Forgets what still waits. */
  drop(): void;
}

/** @param after the timer of the page, or of a test */
export function createDeferred(after: After): Deferred {
  /** The work, and what stops its timer. */
  const waiting = new Map<() => void, () => void>();
  const drop = (): void => {
    for (const stop of waiting.values()) stop();
    waiting.clear();
  };
  const flush = (): void => {
    const works = [...waiting.keys()];
    drop();
    for (const work of works) work();
  };
  return {
    put: (milliseconds, work) => {
      if (!waiting.has(work)) waiting.set(work, after(milliseconds, flush));
    },
    flush,
    drop,
  };
}
