/**
 * Why a store cannot keep or give what it is asked: there is no room, the
 * browser lets nobody store here, or what is stored was written by a newer version.
 */
export type StoreProblemKind = 'full' | 'blocked' | 'newer';

/** Thrown by a store: it is the machine's doing, never the client's, so no verb returns it. */
export class StoreProblem extends Error {
  readonly kind: StoreProblemKind;

  constructor(kind: StoreProblemKind, cause?: unknown) {
    super(`The store is ${kind}`, { cause });
    this.name = 'StoreProblem';
    this.kind = kind;
  }
}

const kinds: Record<string, StoreProblemKind> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
};

/** What a browser's storage threw, as a problem of the store. */
export function storeProblem(cause: unknown): StoreProblem {
  if (cause instanceof StoreProblem) return cause;
  const name = cause instanceof Error ? cause.name : '';
  return new StoreProblem(kinds[name] ?? 'blocked', cause);
}
