/** What the sandbox is to come to. A bench prints beside each figure whether it does, and fails for none. */
export const goals = {
  /** Requests a second, as many times those of `oidc-provider`. */
  timesPeer: 2.5,
  /** Requests a second, as a part of those of bare `node:http`. */
  partOfBare: 0.4,
  /** The slowest of a hundred answers with 128 connections, in milliseconds. */
  slowest: { connections: 128, milliseconds: 20 },
  /** What a request costs with a full store, as many times as with a thousand sessions. */
  timesWithFullStore: 1.5,
  /** Memory after a million tokens, beside what it was. */
  memoryWithin: 0.2,
  /** From the start of the process to the first token, in milliseconds. */
  firstToken: 500,
} as const;

/** The last word of a line: whether a figure is where it is to be, and where that is. */
export const verdict = (isMet: boolean, goal: string): string =>
  `${isMet ? 'met' : 'MISSED'} (goal ${goal})`;
