import type { Fault } from '#protocol/errors/fault.ts';
import type { Presented } from './presented.ts';

/** AS-177: without a token, a challenge that names no error (RFC 6750 section 3.1). */
export function isSent({ authorization, queryTokens }: Presented): Fault | undefined {
  if (authorization !== undefined || queryTokens.length > 0) return undefined;
  return { code: 'AGW-401', rule: 'AS-177' };
}
