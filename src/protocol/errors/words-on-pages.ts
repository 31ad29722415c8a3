import type { ErrorCode } from './codes.ts';
import type { ErrorWords } from './entry.ts';

/** What a reader needs there and then; where it was read stands with the family. */
export type WordsOnPage = Pick<ErrorWords, 'when' | 'cause' | 'fix'>;

/**
 * The words of the errors that a page of the sandbox may show: what is wrong before the redirect
 * URI is trusted, and has no better words there. They stand apart from those of their families, so
 * that the worker carries these and no others.
 */
export const wordsOnPages = {
  'SANDBOX-REQUEST-1': {
    when: 'The body or query has a % that is not followed by two hexadecimal digits of UTF-8.',
    cause: 'Usually the program put a value into the text without encoding it.',
    fix: 'Encode each value once, for instance with URLSearchParams.',
  },
  'SANDBOX-REQUEST-3': {
    when: 'The path exists and accepts other methods, which the Allow header lists.',
    cause:
      'Usually a redirect turned a POST to the token endpoint into a GET, or somebody opened its address in a browser.',
    fix: 'Use a method of the Allow header.',
  },
  'SANDBOX-REQUEST-7': {
    when: 'A body with another media type is sent to an OAuth endpoint other than the token endpoint.',
    cause: 'Usually the body is JSON or multipart.',
    fix: 'Send a form body.',
  },
  'SANDBOX-REQUEST-8': {
    when: 'The server has this path with one slash where the request has two.',
    cause:
      'Usually the base address ends with a slash and the path begins with one, or a value in the middle of the path was empty.',
    fix: 'Leave out the slash at the end of the base address.',
  },
  'SANDBOX-STORE-1': {
    when: 'The sandbox runs in this browser, which refuses to store more for this site.',
    cause: 'Usually the disk is full, or a private window allows little.',
    fix: 'Free some space or reset the sandbox, then send again; a code that was already taken needs a new sign-in.',
  },
  'SANDBOX-STORE-2': {
    when: 'The sandbox runs in this browser, which refuses it a database.',
    cause: 'Usually storage is blocked for this site, or a private window has none.',
    fix: 'Allow storage for this site, open it in a normal window, or run it on your machine with npm start.',
  },
  'SANDBOX-STORE-3': {
    when: 'The sandbox runs in this browser and is older than the one that stored here last.',
    cause: 'Usually an earlier version of the site was published again.',
    fix: 'Remove what this site keeps in this browser, at the foot of every page, and start again.',
  },
  'SANDBOX-AUTHORIZE-7': {
    when: 'The redirect URI of the request has a #.',
    cause: 'Usually it is the address of a single-page app with its route in the fragment.',
    fix: 'Register and send an address without a fragment.',
  },
  'CMN-301': {
    when: 'More requests came in a minute than the group of the endpoint allows; the Auth group has five.',
    cause:
      'Usually the program signs in for each call, or many processes refresh. In the sandbox, more wrong secrets or passwords in a minute than its policy’s failureLimit have the same effect.',
    fix: 'Wait Retry-After seconds; keep and share the access token.',
  },
} satisfies Partial<Record<ErrorCode, WordsOnPage>>;
