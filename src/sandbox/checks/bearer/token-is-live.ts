import type { Fault } from '#protocol/errors/fault.ts';
import type { AccessTokenRecord } from '../../store/records.ts';
import { accessState } from '../../tokens/state.ts';

/** How long RingCentral was seen to answer OAU-129 for a token that a refresh replaced, in milliseconds. */
const corruptedMs = 10_000;

/** AS-178, AS-189: a token that was replaced or revoked is dead at once; one past its time is too. */
export function tokenIsLive(record: AccessTokenRecord, now: number): Fault | undefined {
  const state = accessState(record, now);
  if (state === 'live') return undefined;
  if (state === 'expired') return { code: 'OAU-128', rule: 'AS-178' };
  const { endedAt = now, endedWithSession } = record;
  return !endedWithSession && now - endedAt < corruptedMs
    ? { code: 'OAU-129', rule: 'AS-178' }
    : { code: 'OAU-213', rule: 'AS-178', status: 401, error: 'invalid_token' };
}
