import type { Amount } from '../limits.ts';

/** Whether it is too much, in octets or in number. */
export const isBeyond = (used: Amount, of: Amount): boolean =>
  used.octets > of.octets || used.number > of.number;

/** How full a shelf is. */
export interface ShelfUsage {
  name: ShelfName;
  used: Amount;
  of: Amount;
}

/** Every shelf, or share of one, that is counted by itself. */
export const shelfNames = [
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
export type ShelfName = (typeof shelfNames)[number];
