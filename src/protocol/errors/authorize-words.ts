import type { authorizeCodes } from './authorize-codes.ts';
import { sources, type WordsOf } from './entry.ts';
import { wordsOnPages } from './words-on-pages.ts';

export const authorizeWords: WordsOf<typeof authorizeCodes> = {
  'OAU-102': {
    when: 'The code could not be made.',
    cause: 'The guide lists the code without a cause.',
    fix: 'Try again, then check the state of the account.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-113': {
    when: 'The app has no redirect URI.',
    cause: 'A JWT-only app, or a blank field in the app settings.',
    fix: 'Register a redirect URI, or use an app with 3-legged OAuth. RingCentral was seen to answer 403.',
    basis: 'observed',
    source: sources.community,
  },
  'SANDBOX-AUTHORIZE-1': {
    when: 'The authorization request has no response_type.',
    cause: 'A misspelt name, such as responseType.',
    fix: 'Send response_type=code.',
    basis: 'sandbox',
    source: 'RFC 6749 section 3.1.1; AS-044',
  },
  'SANDBOX-AUTHORIZE-2': {
    when: 'response_type is not code, or is token while implicit is off.',
    cause: 'A misspelt value; capitals count.',
    fix: 'Send response_type=code.',
    basis: 'sandbox',
    source: 'RFC 6749 sections 3.1.1 and 4.1.2.1; AS-045, AS-086',
  },
  'SANDBOX-AUTHORIZE-3': {
    when: 'The user refuses on the consent page.',
    cause: 'The user chose so. RingCentral sends this text without a code.',
    fix: 'Tell the user what the access is for, and let them start again.',
    basis: 'sandbox',
    source: 'RFC 6749 section 4.1.2.1; AS-055',
  },
  'SANDBOX-AUTHORIZE-4': {
    when: 'A sign-in or consent form is sent twice, too late, or was never given out.',
    cause: 'The back button, a second press, or a page that stood open for long.',
    fix: 'Start again from the app.',
    basis: 'sandbox',
    source: 'RFC 6749 section 10.12; AS-066',
  },
  'SANDBOX-AUTHORIZE-5': {
    when: 'A sign-in or consent form arrives from another browser session than it was given to.',
    cause: 'A copied form or address, or cookies that were cleared.',
    fix: 'Start again from the app in this browser.',
    basis: 'sandbox',
    source: 'RFC 6749 section 10.12; AS-066',
  },
  'SANDBOX-AUTHORIZE-6': {
    when: 'The request names no redirect URI and the app has several.',
    cause: 'A misspelt name, such as redirect_url or redirectUri.',
    fix: 'Send redirect_uri exactly as it is registered.',
    basis: 'sandbox',
    source: 'RFC 6749 section 3.1.2.3; AS-034',
  },
  'SANDBOX-AUTHORIZE-7': {
    ...wordsOnPages['SANDBOX-AUTHORIZE-7'],
    basis: 'sandbox',
    source: 'RFC 6749 section 3.1.2; AS-037',
  },
  'SANDBOX-AUTHORIZE-8': {
    when: 'prompt=none asks for an answer without a page, and the user is not signed in.',
    cause: 'A silent renewal after the session has ended; in the sandbox there is never one.',
    fix: 'Leave prompt out, or use a refresh token. RingCentral may say interaction_required.',
    basis: 'sandbox',
    source: 'OpenID Connect Core section 3.1.2.6',
  },
  'SANDBOX-AUTHORIZE-9': {
    when: 'prompt has none and another value.',
    cause: 'Two settings of a library meet: one for silence, one for a page.',
    fix: 'Send none alone, or any of login, sso and consent.',
    basis: 'sandbox',
    source: 'OpenID Connect Core section 3.1.2.1',
  },
};
