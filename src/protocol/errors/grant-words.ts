import type { grantCodes } from './grant-codes.ts';
import { sources, type WordsOf } from './entry.ts';

export const grantWords: WordsOf<typeof grantCodes> = {
  'OAU-106': {
    when: 'The code is unknown, was used before, or was changed on its way.',
    cause:
      'Usually a page was loaded twice, a request was repeated, or the code was still percent-encoded.',
    fix: 'Start the flow again; decode the code once and use it once.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-108': {
    when: 'The code is older than its lifetime, 60 seconds.',
    cause: 'Usually the token request waited, for a person or for a queue.',
    fix: 'Start the flow again and exchange the code at once.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-109': {
    when: 'The redirect URI is not registered, or the token request names another one than the authorization request did.',
    cause:
      'Usually the two addresses differ in a slash at the end, http for https, the port, localhost for 127.0.0.1, or an added query.',
    fix: 'Copy one string into the app settings and into both requests.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-110': {
    when: 'Another app tries to exchange the code.',
    cause: 'The client id differs between the two steps.',
    fix: 'Use one client id in both steps.',
    basis: 'stated',
    source: sources.guide,
  },
  'OAU-210': {
    when: 'A token is older than its lifetime; the sandbox sends this for a refresh token.',
    cause: 'Usually nobody used the app for a week, which is the usual lifetime.',
    fix: 'Sign in again; refresh before refresh_token_expires_in runs out.',
    basis: 'observed',
    source: `${sources.article117372}, which speaks of an access token; that a refresh token is meant is inferred from the form of the answer`,
  },
  'OAU-211': {
    when: 'A refresh token of a session that was ended is used.',
    cause: 'Usually a logout, a revocation or an administrator ended the session.',
    fix: 'Sign in again.',
    basis: 'observed',
    source: sources.widgets,
  },
  'OAU-213': {
    when: 'The token is unknown: it was used before, its session has ended, or it was never issued.',
    cause:
      'Usually two processes refresh with one token, the program did not store the new token, or a sixth session ended this one.',
    fix: 'Let one process refresh, and store both new tokens before the next request. Otherwise sign in again.',
    basis: 'observed',
    source: sources.community,
  },
  'OAU-250': {
    when: 'grant_type is missing, misspelt or unknown, or the body is not form-encoded.',
    cause:
      'Usually the body is JSON, the Content-Type is missing, or grant_type is mistyped, such as authorization-code.',
    fix: 'Send application/x-www-form-urlencoded and spell grant_type exactly.',
    basis: 'observed',
    source: sources.community,
  },
  'OAU-331': {
    when: 'The assertion is not a JWT.',
    cause: 'Usually the program sent another value instead, or the JWT was cut.',
    fix: 'Copy the JWT from the console again, whole and on one line.',
    basis: 'observed',
    source: `${sources.probes}, without a text; the text is from a comment in a public client`,
  },
  'OAU-345': {
    when: 'The signature of the assertion does not verify.',
    cause: 'Usually the JWT was changed, cut or quoted, or belongs to another environment.',
    fix: 'Copy the JWT again, and compare its aud with the server that you send to.',
    basis: 'observed',
    source: sources.probes,
  },
  'OAU-347': {
    when: 'The assertion is signed with an algorithm that the server does not accept.',
    cause: 'Usually the app, not the console, made the JWT.',
    fix: 'Use the JWT that the console issues.',
    basis: 'stated',
    source: `${sources.changelog41}; the status is inferred`,
  },
  'OAU-473': {
    when: 'The JWT is limited to other apps.',
    cause: 'Usually it was created for specific client ids, and this one is not among them.',
    fix: 'Create a JWT that lists this client id.',
    basis: 'observed',
    source: sources.probes,
  },
};
