import type { Fault } from '#protocol/errors/fault.ts';
import type { AccessTokenRecord } from '../../store/records.ts';

/** AS-178: a token past its lifetime. */
export function tokenIsFresh({ expiresAt }: AccessTokenRecord, now: number): Fault | undefined {
  return now < expiresAt ? undefined : { code: 'OAU-128', rule: 'AS-178' };
}
