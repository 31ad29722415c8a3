import type { requestCodes } from './request-codes.ts';
import { sources, type WordsOf } from './entry.ts';
import { wordsOnPages } from './words-on-pages.ts';

export const requestWords: WordsOf<typeof requestCodes> = {
  'OAU-101': {
    when: 'The brand is unknown, or not enabled for the app.',
    cause: 'Usually the brand id belongs to another environment.',
    fix: 'Use a listed brand id, or leave the parameter out.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-111': {
    when: 'A parameter is sent twice, which is refused even if both values are equal.',
    cause: 'Usually a library and the program’s own code both add it.',
    fix: 'Send each parameter once.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-150': {
    when: 'A parameter is in the query and in the body, and the two differ.',
    cause: 'Usually the query is left over from an earlier request.',
    fix: 'Send it in the body only.',
    basis: 'stated',
    source: sources.guide,
  },
  'SANDBOX-REQUEST-1': {
    ...wordsOnPages['SANDBOX-REQUEST-1'],
    basis: 'sandbox',
    source: 'RFC 6749 Appendix B; AS-007',
  },
  'SANDBOX-REQUEST-2': {
    when: 'A body is over 65,536 bytes.',
    cause: 'Usually the program sent something other than OAuth parameters.',
    fix: 'Send only the parameters of the request.',
    basis: 'sandbox',
    source: 'RFC 9110 section 15.5.14',
  },
  'SANDBOX-REQUEST-3': {
    ...wordsOnPages['SANDBOX-REQUEST-3'],
    basis: 'sandbox',
    source: 'RFC 9110 section 15.5.6; AS-013, AS-088',
  },
  'SANDBOX-REQUEST-4': {
    when: 'A token request has OAuth parameters in its URL.',
    cause:
      'Usually the client adds parameters to the address. Logs keep addresses: replace any secret that was in one.',
    fix: 'Move the parameters into the form body.',
    basis: 'sandbox',
    source: 'RFC 6749 sections 2.3.1 and 3.2; AS-090',
  },
  'SANDBOX-REQUEST-5': {
    when: 'A parameter that the request needs is missing or empty.',
    cause: 'Usually the name is misspelt, or the variable behind it was empty.',
    fix: 'Send the parameter that the answer names.',
    basis: 'sandbox',
    source: 'RFC 6749 sections 4.1.2.1 and 5.2',
  },
  'SANDBOX-REQUEST-6': {
    when: 'The sandbox has a defect, and the request did not cause it.',
    cause: 'The sandbox did not foresee something.',
    fix: 'Try again; if it stays, report it with the RCRequestId of the answer.',
    basis: 'sandbox',
    source: 'RFC 6749 section 4.1.2.1; AS-056',
  },
  'SANDBOX-REQUEST-7': {
    ...wordsOnPages['SANDBOX-REQUEST-7'],
    basis: 'sandbox',
    source: 'RFC 6749 section 3.1; AS-025',
  },
  'SANDBOX-REQUEST-8': {
    ...wordsOnPages['SANDBOX-REQUEST-8'],
    basis: 'sandbox',
    source: 'RFC 3986 section 3.3; AS-013',
  },
  'SANDBOX-STORE-1': {
    ...wordsOnPages['SANDBOX-STORE-1'],
    basis: 'sandbox',
    source: 'RFC 6749 section 4.1.2.1',
  },
  'SANDBOX-STORE-2': {
    ...wordsOnPages['SANDBOX-STORE-2'],
    basis: 'sandbox',
    source: 'RFC 6749 section 4.1.2.1',
  },
  'SANDBOX-STORE-3': {
    ...wordsOnPages['SANDBOX-STORE-3'],
    basis: 'sandbox',
    source: 'RFC 6749 section 4.1.2.1',
  },
  'SANDBOX-SCOPE-1': {
    when: 'scope has characters that it may not have, or commas or double spaces between its values.',
    cause: 'Usually the program joins the list with commas, or quotes it.',
    fix: 'Separate permissions with one space.',
    basis: 'sandbox',
    source: 'RFC 6749 section 3.3; AS-051',
  },
  'SANDBOX-SCOPE-2': {
    when: 'An authorization request asks for a scope that is not on the app, and the policy refuses unknown scopes.',
    cause:
      'The permission is not set on the app. RingCentral ignores the parameter and grants what the app has.',
    fix: 'Add the permission to the app, or leave scope out.',
    basis: 'sandbox',
    source: 'RFC 6749 section 3.3; AS-054',
  },
  'SANDBOX-SCOPE-3': {
    when: 'A refresh asks for a permission that the sign-in did not grant.',
    cause: 'Usually a permission was added to the app after the user signed in.',
    fix: 'Leave scope out, or sign in again.',
    basis: 'sandbox',
    source: 'RFC 6749 section 6; AS-145',
  },
};
