import { sameSecret } from '#protocol/constant-time.ts';
import type { UserRecord } from '../../store/records.ts';

const nobodysPassword = 'no-user-has-this-password';

/** AS-137: nobody's password is compared with as well, so that an unknown user takes as long. */
export function isPasswordOf(user: UserRecord | undefined, given: string): boolean {
  const right = sameSecret(given, user?.password ?? nobodysPassword);
  return user !== undefined && right;
}
