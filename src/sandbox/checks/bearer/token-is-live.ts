import type { Fault } from '#protocol/errors/fault.ts';
import type { AccessTokenRecord } from '../../store/records.ts';

/** How long RingCentral was seen to answer OAU-129 for a token that a refresh replaced, in milliseconds. */
const corruptedMs = 10_000;

/** AS-178, AS-189: a token that was replaced or revoked is dead at once. */
export function tokenIsLive(
  { endedAt, endedWithSession }: AccessTokenRecord,
  now: number,
): Fault | undefined {
  if (endedAt === undefined) return undefined;
  return !endedWithSession && now - endedAt < corruptedMs
    ? { code: 'OAU-129', rule: 'AS-178' }
    : { code: 'OAU-213', rule: 'AS-178', status: 401, error: 'invalid_token' };
}
