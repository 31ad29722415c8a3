import { type Amount, signInShares } from '../limits.ts';
import type { Caller } from '../wire/caller.ts';
import type { UsageName, Usage } from './usage.ts';

const names: readonly [share: Caller, name: UsageName][] = [
  ['page', 'sign-ins'],
  ['program', 'sign-ins-by-programs'],
  ['stranger', 'sign-ins-by-strangers'],
];

/** How full each share of the open sign-ins is. */
export function signInUsage(used: (share: Caller) => Amount): Usage[] {
  return names.map(([share, name]) => ({ name, used: used(share), of: signInShares[share] }));
}
