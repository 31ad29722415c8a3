import type { EventsSurroundings } from './surroundings.ts';

/** A second at first, then longer, ten seconds at most. */
const waits = [1000, 2000, 5000, 10_000];

/** Something that failed is tried again, and again, each time later. */
export interface Mending {
  /** Tries again after a while; answers since when it has failed. */
  failed(again: () => void): number;
  worked(): void;
  /** Does not wait for the next attempt. */
  now(): void;
  cancel(): void;
}

export function createMending({
  clock,
  wait,
}: Pick<EventsSurroundings, 'clock' | 'wait'>): Mending {
  let failures = 0;
  let since: number | undefined;
  let waiting: { again: () => void; stop: () => void } | undefined;

  function cancel(): void {
    waiting?.stop();
    waiting = undefined;
  }
  function now(): void {
    const again = waiting?.again;
    cancel();
    again?.();
  }

  return {
    failed: (again) => {
      cancel();
      waiting = { again, stop: wait(waits[Math.min(failures, waits.length - 1)] ?? 0, now) };
      failures += 1;
      return (since ??= clock.now());
    },
    worked: () => {
      failures = 0;
      since = undefined;
    },
    now,
    cancel,
  };
}
