import { meantForHere, issuedHere } from './addressed.ts';
import { algorithm } from './algorithm.ts';
import type { AssertionCheck } from './check.ts';
import { hasClaims } from './claims.ts';
import { forThisApp } from './for-this-app.ts';
import { inTime } from './in-time.ts';
import { signature } from './signature.ts';
import { stillListed } from './still-listed.ts';
import { subjectExists, subjectMaySignIn } from './subject.ts';

export { readAssertion } from './read.ts';

/**
 * What an assertion passes, in this order: nothing in it is believed before its
 * signature, and nothing is told of a user or of other apps before it is in time.
 *
 * @see RFC 7523 section 3
 */
export const assertionChecks: readonly AssertionCheck[] = [
  algorithm,
  signature,
  hasClaims,
  issuedHere,
  meantForHere,
  inTime,
  stillListed,
  subjectExists,
  forThisApp,
  subjectMaySignIn,
];
