import type { UserRecord } from '../store/records.ts';

/** `+18335550100` as a reader reads it: `+1 833 555 0100`. */
export function spacedNumber(number: string): string {
  return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3');
}

/** The name that signs a user in: the company's number with the extension glued on. */
export function userName(user: UserRecord): string {
  return `${user.companyNumber}*${user.extensionNumber}`;
}

/** What each demo user is there to show, in a few words. */
export function userWords(user: UserRecord, ownAccountId: number): { is: string; shows: string } {
  if (user.accountId !== ownAccountId) {
    return { is: 'Another company', shows: 'private apps refuse it' };
  }
  if (user.disabled) return { is: 'Disabled', shows: 'refused, OAU-141' };
  if (!user.thirdPartyAppsAccess) {
    return { is: 'No Third Party Apps Access', shows: 'refused, CMN-408' };
  }
  if (user.mfaRequired) return { is: 'Second factor required', shows: 'signs in here' };
  if (user.ssoEnforced) return { is: 'Single sign-on', shows: 'signs in here' };
  return { is: user.administrator ? 'Administrator' : 'User', shows: 'signs in' };
}
