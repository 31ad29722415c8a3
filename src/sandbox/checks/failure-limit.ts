import type { Fault } from '#protocol/errors/fault.ts';
import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';
import type { UserRecord } from '../store/records.ts';

const windowMs = 60_000;
/** Made-up names share so few counts that no number of them fills the store. */
const sharedCounts = 64;

/** Whose secret an attempt guesses at. */
export interface Subject {
  kind: 'client' | 'user';
  /** As the request names it, or its id where it is known. */
  name: string;
  isKnown: boolean;
}

export type Outcome =
  | { kind: 'right' }
  | { kind: 'wrong' }
  /** Refused unseen, right or wrong. */
  | { kind: 'limited'; retryAfterSeconds: number };

function sharedCount(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index += 1) {
    hash = (Math.imul(hash, 31) + name.charCodeAt(index)) >>> 0;
  }
  return hash % sharedCounts;
}

/**
 * A foreign page's failures count apart: it could otherwise lock the reader out by guessing. A name
 * that nobody has is limited as well, or the limit would tell who exists (AS-114, AS-137).
 */
function keyOf({ kind, name, isKnown }: Subject, { caller }: Incoming): string {
  const from = caller === 'stranger' ? 'stranger' : 'other';
  return `failures ${from} ${kind} ${isKnown ? `is ${name}` : `~ ${sharedCount(name)}`}`;
}

/**
 * Counts an attempt at a secret or a password, `limit` failures in any sixty seconds. It is judged
 * and counted in one step, so that a thousand guesses at once are no more than `limit` guesses.
 * A right one neither counts nor clears.
 *
 * @param limit 0: no limit
 * @see RFC 6749 sections 2.3.1 and 4.3.2 (AS-012, AS-139)
 */
export async function attempt(
  subject: Subject,
  right: boolean,
  limit: number,
  incoming: Incoming,
  { store }: Services,
): Promise<Outcome> {
  let outcome: Outcome = { kind: right ? 'right' : 'wrong' };
  if (limit === 0) return outcome;
  const { now } = incoming;
  await store.rates.update(keyOf(subject, incoming), (before) => {
    const at = (before?.at ?? []).filter((one) => one <= now && now - one < windowMs);
    const first = at[at.length - limit];
    outcome = { kind: right ? 'right' : 'wrong' };
    if (first === undefined) return { at: right ? at : [...at, now] };
    outcome = { kind: 'limited', retryAfterSeconds: Math.ceil((first + windowMs - now) / 1000) };
    return { at };
  });
  return outcome;
}

/** A user as a sign-in names one: an unknown name is a subject too. */
export const userSubject = (
  user: Pick<UserRecord, 'extensionId'> | undefined,
  name: string,
): Subject =>
  user
    ? { kind: 'user', name: String(user.extensionId), isKnown: true }
    : { kind: 'user', name, isKnown: false };

/** The refusal of an attempt that was one too many: 429, and nothing about why (AS-139). */
export function tooMany(
  rule: 'AS-012' | 'AS-139',
  retryAfterSeconds: number,
  { answerHeaders }: Incoming,
): Fault {
  answerHeaders['retry-after'] = String(retryAfterSeconds);
  return { code: 'CMN-301', rule };
}
