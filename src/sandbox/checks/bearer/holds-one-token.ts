import type { Fault } from '#protocol/errors/fault.ts';
import type { Presented } from './presented.ts';

/** AS-183: after Bearer comes one token, not none and not two (RFC 6750 section 2.1). */
export function holdsOneToken({ authorization }: Presented): Fault | undefined {
  if (authorization === undefined || /^\S+\s+\S+$/.test(authorization.trim())) return undefined;
  return { code: 'SANDBOX-API-2', rule: 'AS-183', challenge: 'Bearer' };
}
