import type { pkceCodes } from './pkce-codes.ts';
import type { WordsOf } from './entry.ts';

const noPublicCode = 'We found no public record of RingCentral’s code';

export const pkceWords: WordsOf<typeof pkceCodes> = {
  'SANDBOX-PKCE-1': {
    when: 'The authorization request had a challenge and the token request has no verifier.',
    cause: 'Usually the program lost the verifier during the sign-in.',
    fix: 'Store the verifier before the redirect and send it with the code.',
    basis: 'sandbox',
    source: `RFC 7636 section 4.5; AS-128. ${noPublicCode}`,
  },
  'SANDBOX-PKCE-2': {
    when: 'The verifier hashes to another value than the challenge of the authorization request.',
    cause:
      'Usually the verifier belongs to another attempt, or the challenge was made from other bytes than the verifier’s text.',
    fix: 'Make the challenge like this: base64url, without padding, of SHA-256 over the ASCII text of the verifier.',
    basis: 'sandbox',
    source: `RFC 7636 section 4.6; AS-132. ${noPublicCode}`,
  },
  'SANDBOX-PKCE-3': {
    when: 'The verifier is too short, too long, or has other characters, even if its hash matches.',
    cause: 'Usually it is a short random string, or standard base64 with + / =.',
    fix: 'Make the verifier from 32 random bytes as base64url without padding.',
    basis: 'sandbox',
    source: 'RFC 7636 section 4.1; AS-131',
  },
  'SANDBOX-PKCE-4': {
    when: 'A verifier comes with a code that no challenge is bound to.',
    cause:
      'Either your app left the challenge out of the authorization request, or somebody removed it.',
    fix: 'Send code_challenge and code_challenge_method=S256 in the authorization request.',
    basis: 'sandbox',
    source: 'RFC 9700 sections 2.1.1 and 4.8.2; AS-130',
  },
  'SANDBOX-PKCE-5': {
    when: 'The challenge is too short, too long, or has other characters.',
    cause: 'Usually it is standard base64, with + / = instead of - _ and no padding.',
    fix: 'Encode the hash as base64url without padding: 43 characters.',
    basis: 'sandbox',
    source: 'RFC 7636 section 4.2; AS-078',
  },
  'SANDBOX-PKCE-6': {
    when: 'The method is spelled another way, such as s256 or SHA256.',
    cause: 'Capitals and hyphens count.',
    fix: 'Send code_challenge_method=S256.',
    basis: 'sandbox',
    source: 'RFC 7636 section 4.4.1; AS-076',
  },
  'SANDBOX-PKCE-7': {
    when: 'The policy asks for PKCE and the authorization request has no code_challenge.',
    cause: 'Usually the client was written without PKCE.',
    fix: 'Send code_challenge and code_challenge_method=S256.',
    basis: 'sandbox',
    source: 'RFC 7636 section 4.4.1; AS-074',
  },
  'SANDBOX-PKCE-8': {
    when: 'Only one of code_challenge and code_challenge_method arrives.',
    cause: 'Usually the other name is misspelt, such as code_challange.',
    fix: 'Send both.',
    basis: 'sandbox',
    source: 'AS-077',
  },
  'SANDBOX-PKCE-9': {
    when: 'The policy does not accept plain, and the method is plain or left out, which means plain.',
    cause: 'Usually code_challenge_method was left out.',
    fix: 'Send code_challenge_method=S256.',
    basis: 'sandbox',
    source: 'RFC 7636 section 4.4.1; AS-075',
  },
  'SANDBOX-PKCE-10': {
    when: 'The method is S256 and the challenge has another length: it can never match.',
    cause:
      'Usually the hash is written as hexadecimal, which has 64 characters, or was made twice.',
    fix: 'Encode the 32 bytes of the hash as base64url without padding.',
    basis: 'sandbox',
    source: 'RFC 7636 section 4.2; AS-079',
  },
};
