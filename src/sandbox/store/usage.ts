import type { Amount } from '../limits.ts';

/** Whether it is too much, in octets or in number. */
export const isBeyond = (used: Amount, of: Amount): boolean =>
  used.octets > of.octets || used.number > of.number;

/** How full a store is. */
export interface Usage {
  name: UsageName;
  used: Amount;
  of: Amount;
}

/** Every store, or share of one, that is counted by itself. */
export const usageNames = [
  'apps',
  'policies',
  'sign-ins',
  'sign-ins-by-programs',
  'sign-ins-by-strangers',
  'codes',
  'sessions',
  'jwt-credentials',
  'rate-counters',
  'events',
  'events-of-strangers',
] as const;
export type UsageName = (typeof usageNames)[number];
