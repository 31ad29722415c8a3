import type { Fault } from '#protocol/errors/fault.ts';
import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';
import type { Policy } from '../policy.ts';
import type { RateRecord } from '../store/records.ts';

/** RingCentral's groups, and how many requests each lets through in any sixty seconds. */
const groups = { auth: 5, light: 50, medium: 40, heavy: 10 } as const;

export type RateGroup = keyof typeof groups;

const windowMs = 60_000;
/** One request too many: sixty seconds out. */
const penaltyMs = 60_000;

/** One request more, at `now` in milliseconds: within a penalty it only makes the penalty begin again. */
export function countOne(before: RateRecord | undefined, most: number, now: number): RateRecord {
  const at = (before?.at ?? []).filter((one) => one <= now && now - one < windowMs);
  const punished = before?.penaltyUntil !== undefined && now < before.penaltyUntil;
  if (punished || at.length >= most) return { at, penaltyUntil: now + penaltyMs };
  return { at: [...at, now] };
}

function headersOf(group: RateGroup, remaining: number): Record<string, string> {
  return {
    'x-rate-limit-group': group,
    'x-rate-limit-limit': String(groups[group]),
    'x-rate-limit-remaining': String(remaining),
    'x-rate-limit-window': String(windowMs / 1000),
  };
}

/** Made once: most policies count nothing, and most requests get one of these. */
const uncounted = {
  auth: headersOf('auth', groups.auth),
  light: headersOf('light', groups.light),
  medium: headersOf('medium', groups.medium),
  heavy: headersOf('heavy', groups.heavy),
};

/**
 * Counts a request to an endpoint of a group, where the policy has the limit on, and puts the
 * headers that tell of it on the answer. Where nothing is counted, RingCentral's headers stand on
 * its ordinary answers all the same, and as much is left as there was.
 *
 * Failed attempts count too: that is what slows down a guesser of secrets and passwords (AS-012,
 * AS-139).
 *
 * @param counted whose count it is: the app at the authorization server, app and user at the API
 * @returns CMN-301 with 429 once there were too many
 */
export function limitRate(
  group: RateGroup,
  counted: string,
  policy: Pick<Policy, 'rateLimit' | 'errorShape'>,
  incoming: Incoming,
  services: Services,
): Fault | undefined | Promise<Fault | undefined> {
  if (policy.rateLimit) return count(group, counted, incoming, services);
  // Waiting to hear that nothing is counted would cost a turn of the loop.
  if (policy.errorShape === 'ringcentral') {
    Object.assign(incoming.answerHeaders, uncounted[group]);
  }
  return undefined;
}

async function count(
  group: RateGroup,
  counted: string,
  { now, answerHeaders }: Incoming,
  { store }: Services,
): Promise<Fault | undefined> {
  const most = groups[group];
  const { at, penaltyUntil } = await store.rates.update(`${group} ${counted}`, (before) =>
    countOne(before, most, now),
  );
  const limited = penaltyUntil !== undefined;
  Object.assign(answerHeaders, headersOf(group, limited ? 0 : most - at.length), {
    ...(limited && { 'retry-after': String(Math.ceil((penaltyUntil - now) / 1000)) }),
  });
  return limited ? { code: 'CMN-301', rule: 'AS-012' } : undefined;
}
