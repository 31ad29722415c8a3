import type { apiCodes } from './api-codes.ts';
import { sources, type WordsOf } from './entry.ts';

export const apiWords: WordsOf<typeof apiCodes> = {
  'AGW-401': {
    when: 'An API call arrives without an access token.',
    cause:
      'Usually the program did not set the Authorization header, or a redirect to another host dropped it.',
    fix: 'Send Authorization: Bearer with the access token.',
    basis: 'observed',
    source: sources.probes,
  },
  'AGW-402': {
    when: 'The scheme of the Authorization header is not Bearer.',
    cause:
      'Usually the program sends Basic to the API, or the token without the word Bearer in front of it.',
    fix: 'Send Authorization: Bearer, one space, and the access token.',
    basis: 'observed',
    source: sources.probes,
  },
  'AGW-404': {
    when: 'The path is outside the API: the gateway does not know this address.',
    cause: 'Usually the path lacks /restapi/v1.0.',
    fix: 'Compare the path with the API reference; it begins with /restapi/v1.0.',
    basis: 'observed',
    source: sources.probes,
  },
  'OAU-128': {
    when: 'The access token is older than its lifetime.',
    cause: 'An access token lasts one hour, and that hour has passed.',
    fix: 'Refresh, then repeat the call with the new token.',
    basis: 'stated',
    source: `${sources.guide}; the top-level TokenExpired is inferred`,
  },
  'OAU-129': {
    when: 'The token was replaced by a refresh in the last seconds.',
    cause: 'Usually one request still had the old token while another refreshed it.',
    fix: 'Use the new token.',
    basis: 'observed',
    source: 'Measurements published in ringcentral-token-refresh-experiment',
  },
  'OAU-149': {
    when: 'The text after Bearer is not a token of this server.',
    cause:
      'Usually a JWT credential, a refresh token or a Basic value was sent as the access token, or the token was cut.',
    fix: 'Exchange the credential at the token endpoint and send the access_token of the answer.',
    basis: 'observed',
    source: sources.community,
  },
  'OAU-232': {
    when: 'The user or bot of the token was deleted.',
    cause: 'Somebody removed the extension from the account.',
    fix: 'Sign in as another user.',
    basis: 'observed',
    source: sources.widgets,
  },
  'OAU-236': {
    when: 'The user of the token was disabled.',
    cause: 'Usually an administrator disabled the extension.',
    fix: 'An administrator has to enable the extension again.',
    basis: 'observed',
    source: sources.widgets,
  },
  'CMN-101': {
    when: 'A parameter of an API call has a value that it may not have, or a revocation comes with an empty token.',
    cause: 'Usually the value has a wrong format, or the variable behind it was empty.',
    fix: 'Compare the parameter with the API reference; at the revocation endpoint send the access token or the refresh token.',
    basis: 'stated',
    source: `${sources.guide}; for revocation ${sources.changelog39}, where the status, and the same answer to a token that is left out, are inferred`,
  },
  'CMN-102': {
    when: 'No object has the id in the path.',
    cause: 'Usually the id belongs to another account, or somebody deleted the object.',
    fix: 'Use ~ for the token’s own account and extension.',
    basis: 'observed',
    source: `${sources.guide}; the whole answer in test data of a public SDK, 2017`,
  },
  'CMN-120': {
    when: 'The API has no such path below /restapi/v1.0.',
    cause: 'Usually a part of the path is misspelt, or an id is missing between two parts.',
    fix: 'Compare the path with the API reference.',
    basis: 'observed',
    source: sources.recorded,
  },
  'CMN-201': {
    when: 'The service fails.',
    cause: 'The request did not cause this.',
    fix: 'Back off and repeat: wait 2 s, then 4, 8 and so on, five times at most; if the answer has Retry-After, wait that long. At the token endpoint try three times, ten seconds apart.',
    basis: 'stated',
    source: sources.guide,
  },
  'CMN-401': {
    when: 'The token lacks the permission that the endpoint needs.',
    cause: 'Either the app does not have the permission, or it was added after the sign-in.',
    fix: 'Add the permission to the app, then sign in again: a refresh does not add it.',
    basis: 'observed',
    source: sources.issues,
  },
  'CMN-405': {
    when: 'The token has no extension.',
    cause: 'Usually the token belongs to an app and not to a user.',
    fix: 'Sign in as a user.',
    basis: 'stated',
    source: sources.guide,
  },
  'SANDBOX-API-1': {
    when: 'A token is in the header and in the query, or the parameter is there twice.',
    cause: 'Usually a library adds the header while the address still has the parameter.',
    fix: 'Send the token in the Authorization header only.',
    basis: 'sandbox',
    source: 'RFC 6750 sections 2 and 3.1; AS-180',
  },
  'SANDBOX-API-2': {
    when: 'After Bearer there is nothing, or more than one value.',
    cause: 'Usually the variable was empty, or Bearer was written twice.',
    fix: 'Send Authorization: Bearer, one space, and the access token.',
    basis: 'sandbox',
    source: 'RFC 6750 section 2.1; AS-183',
  },
};
