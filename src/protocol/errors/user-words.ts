import type { userCodes } from './user-codes.ts';
import { sources, type WordsOf } from './entry.ts';

export const userWords: WordsOf<typeof userCodes> = {
  'OAU-105': {
    when: 'A department, IVR or announcement extension signs in.',
    cause: 'Only user extensions can sign in.',
    fix: 'Sign in as a user extension.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-119': {
    when: 'The user name is an international virtual number.',
    cause: 'Such numbers do not identify a user.',
    fix: 'Use the main company number or the e-mail address.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-136': {
    when: 'The user of a session no longer exists.',
    cause: 'Usually somebody deleted the extension.',
    fix: 'Sign in as another user.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-140': {
    when: 'The user name or the password is wrong.',
    cause:
      'Usually the number lacks its country code, the extension is missing, or the password belongs to another environment.',
    fix: 'Write the number as +18335550100 with the extension after it, and check the password.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-141': {
    when: 'The extension is disabled or not activated.',
    cause: 'Usually an administrator disabled it.',
    fix: 'An administrator has to enable the extension.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-142': {
    when: 'The account is suspended.',
    cause: 'The account’s state does not allow anybody to sign in.',
    fix: 'The owner of the account has to ask RingCentral.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-147': {
    when: 'Too many wrong passwords were tried.',
    cause:
      'Usually a program tries an outdated password again and again, until the account is locked.',
    fix: 'Stop the program that sends the old password, wait, then reset the password.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-148': {
    when: 'Too many wrong passwords were tried, in an account that has single sign-on.',
    cause:
      'Usually a program tries an outdated password again and again, until the account is locked.',
    fix: 'Stop the program that sends the old password; let the user sign in through single sign-on.',
    basis: 'stated',
    source: `${sources.guide}; that single sign-on still lets the user in is read from the text`,
  },
  'OAU-163': {
    when: 'A call queue signs in, and its managers are chosen from the list of users.',
    cause: 'Users manage the queue, and they sign in themselves.',
    fix: 'Sign in as one of the users who manage the queue.',
    basis: 'stated',
    source: `${sources.changelog41}; the status is inferred`,
  },
  'OAU-168': {
    when: 'The user must give a second factor, and the app uses the password grant.',
    cause: 'The password grant cannot ask for a second factor.',
    fix: 'Use authorization code, or JWT for a job without a user.',
    basis: 'stated',
    source: sources.guide,
  },
  'CMN-408': {
    when: 'The user’s role lacks a permission that the sign-in or the endpoint needs.',
    cause:
      'Usually the role lacks Third Party Apps Access at the sign-in, or the permission that the answer names at an endpoint.',
    fix: 'An administrator has to give the permission to the role; then the user signs in again.',
    basis: 'observed',
    source: sources.community,
  },
  'SANDBOX-USER-1': {
    when: 'A user of another company signs in to a private app.',
    cause: 'The app is private, for the users of one company.',
    fix: 'Make a public app for users of other companies.',
    basis: 'sandbox',
    source:
      'RingCentral developer guide, register-app: private apps accept the same account’s credentials only. We found no public record of RingCentral’s code',
  },
  'SANDBOX-USER-2': {
    when: 'username or password is missing or empty.',
    cause: 'Usually the variable behind one of them was empty.',
    fix: 'Send both.',
    basis: 'sandbox',
    source: `${sources.recorded}, without a code`,
  },
  'SANDBOX-USER-3': {
    when: 'The account enforces single sign-on, and the app uses the password grant.',
    cause: 'The password grant does not work with single sign-on.',
    fix: 'Use authorization code, or JWT for a job without a user.',
    basis: 'sandbox',
    source:
      'X10: RingCentral developer guide, JWT or password. We found no public record of RingCentral’s code; OAU-148, which names single sign-on, is a lock after wrong passwords',
  },
};
