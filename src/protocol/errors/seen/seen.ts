import type { ErrorCode } from '../codes.ts';
import { apiSeen } from './api-seen.ts';
import { authorizeSeen } from './authorize-seen.ts';
import { clientSeen } from './client-seen.ts';
import { grantSeen } from './grant-seen.ts';
import { limitSeen } from './limit-seen.ts';
import { requestSeen } from './request-seen.ts';
import type { Seen } from './sighting.ts';
import { userSeen } from './user-seen.ts';

/** A code of the catalogue that is RingCentral's, not the sandbox's. */
export type PublicCode = Exclude<ErrorCode, `SANDBOX-${string}`>;

const seen: Record<PublicCode, Seen> = {
  ...requestSeen,
  ...clientSeen,
  ...authorizeSeen,
  ...grantSeen,
  ...userSeen,
  ...apiSeen,
  ...limitSeen,
};

/** Whether a code is RingCentral's; the others are the sandbox's own and say so. */
export function isPublic(code: ErrorCode): code is PublicCode {
  return !code.startsWith('SANDBOX-');
}

/** What is known of a code from outside. */
export const seenOf = (code: PublicCode): Seen => seen[code];
