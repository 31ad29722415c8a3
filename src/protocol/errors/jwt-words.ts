import type { jwtCodes } from './jwt-codes.ts';
import type { WordsOf } from './entry.ts';

export const jwtWords: WordsOf<typeof jwtCodes> = {
  'SANDBOX-JWT-1': {
    when: 'The JWT lacks iss, sub, aud or exp, or one of them has the wrong type.',
    cause:
      'Usually somebody made it for a test and left a claim out; the console always writes all four.',
    fix: 'Use the JWT as the console made it.',
    basis: 'sandbox',
    source: 'RFC 7523 section 3; AS-155',
  },
  'SANDBOX-JWT-2': {
    when: 'The claim iss does not name this server.',
    cause: 'Usually the JWT was made by another server, or by the same one under another address.',
    fix: 'Make the JWT in the console of the server that you send it to.',
    basis: 'sandbox',
    source: 'RFC 7523 section 3; AS-158',
  },
  'SANDBOX-JWT-3': {
    when: 'The claim aud names neither this server nor its token endpoint.',
    cause: 'Usually a JWT of one environment is sent to another.',
    fix: 'Compare aud with the address that you send to: both have to be of one environment.',
    basis: 'sandbox',
    source: 'RFC 7523 section 3; AS-156',
  },
  'SANDBOX-JWT-4': {
    when: 'The time in exp has passed, or the time in nbf has not come.',
    cause: 'Usually the JWT was made with an expiration date, and it has passed.',
    fix: 'Make a new JWT, and put its expiration date into your calendar.',
    basis: 'sandbox',
    source: 'RFC 7523 section 3; AS-157. What RingCentral answers was not found',
  },
  'SANDBOX-JWT-5': {
    when: 'The console no longer has this JWT.',
    cause: 'Usually somebody revoked it there, or the sandbox was reset.',
    fix: 'Make a new JWT and replace the old one.',
    basis: 'sandbox',
    source: 'RFC 7523 section 3.1; AS-163. What RingCentral answers was not found',
  },
};
