import type { requestCodes } from './request-codes.ts';
import { sources, type WordsOf } from './entry.ts';

export const requestWords: WordsOf<typeof requestCodes> = {
  'OAU-101': {
    when: 'The brand is unknown, or not enabled for the app.',
    cause: 'A brand id of another environment.',
    fix: 'Use a listed brand id, or leave the parameter out.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-111': {
    when: 'A parameter is sent twice, even with equal values.',
    cause: 'A library and your own code both add it.',
    fix: 'Send each parameter once.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-150': {
    when: 'A parameter is in the query and in the body, and the two differ.',
    cause: 'A query left over from an earlier request.',
    fix: 'Send it in the body only.',
    basis: 'stated',
    source: sources.guide,
  },
  'SANDBOX-REQUEST-1': {
    when: 'The body or query has a % that is not followed by two hexadecimal digits of UTF-8.',
    cause: 'A value was put into the text without encoding.',
    fix: 'Encode each value once, for instance with URLSearchParams.',
    basis: 'sandbox',
    source: 'RFC 6749 Appendix B; AS-007',
  },
  'SANDBOX-REQUEST-2': {
    when: 'A body is over 65,536 bytes.',
    cause: 'Something else than OAuth parameters was sent.',
    fix: 'Send the parameters of the request and nothing else.',
    basis: 'sandbox',
    source: 'RFC 9110 section 15.5.14',
  },
  'SANDBOX-REQUEST-3': {
    when: 'The path exists and takes other methods, which the Allow header lists.',
    cause:
      'GET at the token endpoint, most often: a POST that was redirected, or an address opened in a browser.',
    fix: 'Use a method of the Allow header.',
    basis: 'sandbox',
    source: 'RFC 9110 section 15.5.6; AS-013, AS-088',
  },
  'SANDBOX-REQUEST-4': {
    when: 'A token request carries OAuth parameters in its URL.',
    cause:
      'A client that adds parameters to the address. What was sent so is in logs: replace any secret among it.',
    fix: 'Move the parameters into the form body.',
    basis: 'sandbox',
    source: 'RFC 6749 sections 2.3.1 and 3.2; AS-090',
  },
  'SANDBOX-REQUEST-5': {
    when: 'A parameter that the request needs is absent or empty.',
    cause: 'A misspelt name, or a variable that was empty.',
    fix: 'Send the parameter that the answer names.',
    basis: 'sandbox',
    source: 'RFC 6749 sections 4.1.2.1 and 5.2',
  },
  'SANDBOX-REQUEST-6': {
    when: 'A defect of the sandbox, never of your request.',
    cause: 'Something that the sandbox did not foresee.',
    fix: 'Try again; when it stays, report it with the RCRequestId of the answer.',
    basis: 'sandbox',
    source: 'RFC 6749 section 4.1.2.1; AS-056',
  },
  'SANDBOX-REQUEST-7': {
    when: 'A body with another media type is sent to an OAuth endpoint other than the token endpoint.',
    cause: 'JSON or multipart.',
    fix: 'Send a form body.',
    basis: 'sandbox',
    source: 'RFC 6749 section 3.1; AS-025',
  },
  'SANDBOX-REQUEST-8': {
    when: 'A path would be one of the server if it had one slash where it has two.',
    cause:
      'A base address that ends with a slash, joined to a path that begins with one; or a value in the middle of a path that was empty.',
    fix: 'Leave out the slash at the end of the base address.',
    basis: 'sandbox',
    source: 'RFC 3986 section 3.3; AS-013',
  },
  'SANDBOX-STORE-1': {
    when: 'The sandbox runs in this browser, which refuses to store more for this site.',
    cause: 'A full disk, or the small limit of a private window.',
    fix: 'Free some space or reset the sandbox, then send again; a code that was already taken needs a new sign-in.',
    basis: 'sandbox',
    source: 'RFC 6749 section 4.1.2.1',
  },
  'SANDBOX-STORE-2': {
    when: 'The sandbox runs in this browser, which refuses it a database.',
    cause: 'Storage is blocked for this site, or this private window has none.',
    fix: 'Allow storage for this site, open it in a normal window, or run it on your machine with npm start.',
    basis: 'sandbox',
    source: 'RFC 6749 section 4.1.2.1',
  },
  'SANDBOX-STORE-3': {
    when: 'The sandbox runs in this browser and is older than the one that stored here last.',
    cause: 'An earlier version of the site was published again.',
    fix: 'Remove what this site keeps in this browser, at the foot of every page, and begin again.',
    basis: 'sandbox',
    source: 'RFC 6749 section 4.1.2.1',
  },
  'SANDBOX-SCOPE-1': {
    when: 'scope holds characters that it may not have, or commas or double spaces between its values.',
    cause: 'A list joined with a comma, or a quoted list.',
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
    cause: 'A permission was added to the app after the user signed in.',
    fix: 'Leave scope out, or sign in again.',
    basis: 'sandbox',
    source: 'RFC 6749 section 6; AS-145',
  },
};
