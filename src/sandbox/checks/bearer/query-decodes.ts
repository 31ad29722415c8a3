import type { Fault } from '#protocol/errors/fault.ts';
import type { Presented } from './presented.ts';

/** AS-007: a query that cannot be decoded is refused, whatever it meant. */
export function queryDecodes({ malformed }: Presented): Fault | undefined {
  return malformed === undefined ? undefined : { code: 'SANDBOX-REQUEST-1', rule: 'AS-007' };
}
