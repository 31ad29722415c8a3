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
    cause: 'The extension was deleted.',
    fix: 'Sign in as another user.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-140': {
    when: 'The user name or the password is wrong.',
    cause:
      'A number without its country code, a missing extension, or a password of another environment.',
    fix: 'Write the number as +18335550100 with the extension after it, and check the password.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-141': {
    when: 'The extension is disabled or not activated.',
    cause: 'An administrator disabled it.',
    fix: 'Ask an administrator to enable the extension.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-142': {
    when: 'The account is suspended.',
    cause: 'The state of the account.',
    fix: 'Ask the owner of the account.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-147': {
    when: 'Too many wrong passwords were tried.',
    cause: 'A stored password that is out of date, tried again and again.',
    fix: 'Stop the program that sends the old password, wait, then reset the password.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-148': {
    when: 'Too many wrong passwords were tried, in an account that has single sign-on.',
    cause:
      'The same lock as OAU-147. That single sign-on still lets the user in is read from the text.',
    fix: 'Stop the program that sends the old password; let the user sign in through single sign-on.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-163': {
    when: 'A call queue signs in whose managers are chosen from the list of users.',
    cause: 'The queue is managed by users, who sign in themselves. The status is inferred.',
    fix: 'Sign in as one of the users who manage the queue.',
    basis: 'stated',
    source: sources.changelog41,
  },
  'OAU-168': {
    when: 'The user must pass a second factor and the password grant is tried.',
    cause: 'The password grant cannot ask for a second factor.',
    fix: 'Use authorization code, or JWT for a job without a user.',
    basis: 'stated',
    source: sources.guide,
  },
  'CMN-408': {
    when: 'A user whose role lacks a permission signs in, or calls an endpoint that needs it.',
    cause:
      "The user's role lacks Third Party Apps Access, or the permission that the endpoint names.",
    fix: 'Ask an administrator to grant the permission to the role.',
    basis: 'observed',
    source: sources.community,
  },
  'SANDBOX-USER-1': {
    when: 'A user of another company signs in to a private app.',
    cause: 'The app is private. The code that RingCentral answers with was not found in public.',
    fix: 'Make a public app for users of other companies.',
    basis: 'sandbox',
    source:
      "RingCentral developer guide, register-app: private apps accept the same account's credentials only",
  },
  'SANDBOX-USER-2': {
    when: 'username or password is missing or empty.',
    cause: 'The message was recorded without a code, so the sandbox has its own.',
    fix: 'Send both.',
    basis: 'sandbox',
    source: sources.recorded,
  },
  'SANDBOX-USER-3': {
    when: 'The account enforces single sign-on and the password grant is tried.',
    cause:
      'The password grant cannot pass single sign-on. RingCentral’s code was not found in public; OAU-148, which names single sign-on, is a lock after wrong passwords.',
    fix: 'Use authorization code, or JWT for a job without a user.',
    basis: 'sandbox',
    source: 'X10: RingCentral developer guide, JWT or password',
  },
};
