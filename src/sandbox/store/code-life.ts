import type { Policy } from '../policy.ts';

/** How long a policy keeps a code, its tombstone included, in milliseconds. */
export function codeLife({ codeLifetimeSeconds = 0, codeTombstoneSeconds = 0 }: Partial<Policy>) {
  return (codeLifetimeSeconds + codeTombstoneSeconds) * 1000;
}
