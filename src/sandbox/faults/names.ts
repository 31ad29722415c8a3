/**
 * What the sandbox does wrong on demand, so that a program meets it once before it meets it for
 * real. A `Fault` of `protocol/errors` is what a client does wrong; these are the server's.
 */
export const faultNames = [
  'slow-answer',
  'reset-connection',
  'empty-answer',
  'broken-chunk',
  'rate-limit',
  'unavailable',
  'unavailable-retry-after',
  'html-body',
  'truncated-json',
  'clock-skew',
  'lower-case-bearer',
  'no-refresh-token',
  'no-access-token',
  'expires-in-text',
  'expires-in-short',
  'altered-state',
  'wrong-iss',
  'stale-discovery',
  'old-key',
] as const;
export type FaultName = (typeof faultNames)[number];

export const isFaultName = (name: string): name is FaultName =>
  (faultNames as readonly string[]).includes(name);
