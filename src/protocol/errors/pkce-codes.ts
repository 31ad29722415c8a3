import { codes } from './entry.ts';

/** PKCE refusals. RFC 7636 gives the `error`; the codes are the sandbox's own. */
export const pkceCodes = codes({
  'SANDBOX-PKCE-1': {
    status: 400,
    error: 'invalid_grant',
    message: 'code_verifier is missing',
  },
  'SANDBOX-PKCE-2': {
    status: 400,
    error: 'invalid_grant',
    message: 'code_verifier does not match the challenge',
  },
  'SANDBOX-PKCE-3': {
    status: 400,
    error: 'invalid_grant',
    message: 'code_verifier must be 43 to 128 of A-Z a-z 0-9 - . _ ~',
  },
  'SANDBOX-PKCE-4': {
    status: 400,
    error: 'invalid_grant',
    message: 'code_verifier was sent, but the authorization request had no challenge',
  },
  'SANDBOX-PKCE-5': {
    status: 400,
    error: 'invalid_request',
    message: 'code_challenge must be 43 to 128 of A-Z a-z 0-9 - . _ ~',
  },
  'SANDBOX-PKCE-6': {
    status: 400,
    error: 'invalid_request',
    message: 'code_challenge_method must be S256 or plain',
  },
  'SANDBOX-PKCE-7': {
    status: 400,
    error: 'invalid_request',
    message: 'code challenge required',
  },
  'SANDBOX-PKCE-8': {
    status: 400,
    error: 'invalid_request',
    message: 'code_challenge_method was sent without code_challenge',
  },
  'SANDBOX-PKCE-9': {
    status: 400,
    error: 'invalid_request',
    message: 'code_challenge_method plain is not allowed; send S256',
  },
  'SANDBOX-PKCE-10': {
    status: 400,
    error: 'invalid_request',
    message: 'An S256 code_challenge has 43 characters',
  },
});
