import type { authorizeCodes } from './authorize-codes.ts';
import { sources, type WordsOf } from './entry.ts';
import { wordsOnPages } from './words-on-pages.ts';

export const authorizeWords: WordsOf<typeof authorizeCodes> = {
  'OAU-102': {
    when: 'The server could not make the code.',
    cause: 'RingCentral’s guide lists this code and names no cause.',
    fix: 'Try again, then check the state of the account.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-113': {
    when: 'The app has no redirect URI.',
    cause:
      'Usually the app has only the JWT method, or the field for redirect URIs is empty in its settings.',
    fix: 'Register a redirect URI, or use an app with 3-legged OAuth.',
    basis: 'observed',
    source: `${sources.community}, with the status 403`,
  },
  'SANDBOX-AUTHORIZE-1': {
    when: 'The authorization request has no response_type.',
    cause: 'Usually the name is misspelt, such as responseType.',
    fix: 'Send response_type=code.',
    basis: 'sandbox',
    source: 'RFC 6749 section 3.1.1; AS-044',
  },
  'SANDBOX-AUTHORIZE-2': {
    when: 'response_type is not code, or is token while implicit is off.',
    cause: 'Usually the value is misspelt; capitals count.',
    fix: 'Send response_type=code.',
    basis: 'sandbox',
    source: 'RFC 6749 sections 3.1.1 and 4.1.2.1; AS-045, AS-086',
  },
  'SANDBOX-AUTHORIZE-3': {
    when: 'The user refuses on the consent page.',
    cause: 'The user pressed Deny.',
    fix: 'Tell the user what the access is for, and let them start again.',
    basis: 'sandbox',
    source: 'RFC 6749 section 4.1.2.1; AS-055. RingCentral sends this text without a code',
  },
  'SANDBOX-AUTHORIZE-4': {
    when: 'A sign-in or consent form is sent twice or too late, or the server never issued it.',
    cause: 'Usually somebody went back, pressed twice, or left the page open too long.',
    fix: 'Start again from the app.',
    basis: 'sandbox',
    source: 'RFC 6749 section 10.12; AS-066',
  },
  'SANDBOX-AUTHORIZE-5': {
    when: 'A sign-in or consent form comes from another browser session than the one that got it.',
    cause:
      'Usually the form or its address was copied into another browser, or the cookies were cleared.',
    fix: 'Start again from the app in this browser.',
    basis: 'sandbox',
    source: 'RFC 6749 section 10.12; AS-066',
  },
  'SANDBOX-AUTHORIZE-6': {
    when: 'The request names no redirect URI and the app has several.',
    cause: 'Usually the name is misspelt, such as redirect_url or redirectUri.',
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
    cause:
      'Usually the program renews silently after the session has ended; the sandbox never has one.',
    fix: 'Leave prompt out, or use a refresh token.',
    basis: 'sandbox',
    source: 'OpenID Connect Core section 3.1.2.6. RingCentral may say interaction_required',
  },
  'SANDBOX-AUTHORIZE-9': {
    when: 'prompt has none and another value.',
    cause:
      'Usually two settings of a library conflict: one asks for no page, the other for a page.',
    fix: 'Send only none, or any of login, sso and consent.',
    basis: 'sandbox',
    source: 'OpenID Connect Core section 3.1.2.1',
  },
};
