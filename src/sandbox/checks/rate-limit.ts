import type { Fault } from '#protocol/errors/fault.ts';
import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';
import type { Policy } from '../policy.ts';
import type { RateRecord } from '../store/records.ts';

/** RingCentral's Auth group: five requests in any sixty seconds, and sixty seconds out for one more. */
const most = 5;
const windowMs = 60_000;
const penaltyMs = 60_000;

/** One request more, at `now` in milliseconds: within a penalty it only makes the penalty begin again. */
export function countOne(before: RateRecord | undefined, now: number): RateRecord {
  const at = (before?.at ?? []).filter((one) => one <= now && now - one < windowMs);
  const punished = before?.penaltyUntil !== undefined && now < before.penaltyUntil;
  if (punished || at.length >= most) return { at, penaltyUntil: now + penaltyMs };
  return { at: [...at, now] };
}

/**
 * Counts a request to an endpoint of the Auth group, where the policy has the
 * limit on, and puts the headers that tell of it on the answer. It counts by
 * app, whoever the user is, and failed attempts too: that is what slows down
 * a guesser of secrets and passwords (AS-012, AS-139).
 *
 * @returns CMN-301 with 429 once there were too many
 */
export async function limitRate(
  clientId: string,
  policy: Policy,
  incoming: Incoming,
  { store }: Services,
): Promise<Fault | undefined> {
  if (!policy.rateLimit) return undefined;
  const { now } = incoming;
  const { at, penaltyUntil } = await store.rates.update(`auth ${clientId}`, (before) =>
    countOne(before, now),
  );
  const limited = penaltyUntil !== undefined;
  Object.assign(incoming.answerHeaders, {
    'x-rate-limit-group': 'auth',
    'x-rate-limit-limit': String(most),
    'x-rate-limit-remaining': String(limited ? 0 : most - at.length),
    'x-rate-limit-window': String(windowMs / 1000),
    ...(limited && { 'retry-after': String(Math.ceil((penaltyUntil - now) / 1000)) }),
  });
  return limited ? { code: 'CMN-301', rule: 'AS-012' } : undefined;
}
