import type { Fault } from '#protocol/errors/fault.ts';
import type { Presented } from './presented.ts';

/** AS-180: one token, in one way (RFC 6750 section 2). */
export function sentOnce({ authorization, queryTokens }: Presented): Fault | undefined {
  const ways = queryTokens.length + (authorization === undefined ? 0 : 1);
  return ways > 1 ? { code: 'SANDBOX-API-1', rule: 'AS-180', challenge: 'Bearer' } : undefined;
}
