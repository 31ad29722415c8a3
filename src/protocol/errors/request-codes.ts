import { codes } from './entry.ts';

/** What is wrong with the request itself, whoever sends it. */
export const requestCodes = codes({
  'OAU-101': {
    status: 403,
    error: 'invalid_request',
    message: 'Parameter [brandId] is invalid',
  },
  'OAU-111': {
    status: 400,
    error: 'invalid_request',
    message: 'Request parameter duplication detected',
  },
  'OAU-150': {
    status: 400,
    error: 'invalid_request',
    message: 'value of query parameter should equal parameter in request body',
  },
  'SANDBOX-REQUEST-1': {
    status: 400,
    error: 'invalid_request',
    message: 'A percent sequence in the request cannot be decoded',
  },
  'SANDBOX-REQUEST-2': {
    status: 413,
    error: 'invalid_request',
    message: 'The request body is larger than 64 kB',
  },
  'SANDBOX-REQUEST-3': {
    status: 405,
    error: 'invalid_request',
    message: 'The method is not allowed here',
  },
  'SANDBOX-REQUEST-4': {
    status: 400,
    error: 'invalid_request',
    message: 'Parameters belong in the body, not in the query',
  },
  'SANDBOX-REQUEST-5': {
    status: 400,
    error: 'invalid_request',
    message: 'A required parameter is missing',
  },
  'SANDBOX-REQUEST-6': {
    status: 500,
    error: 'server_error',
    message: 'The sandbox failed while it worked on this request',
  },
  'SANDBOX-REQUEST-7': {
    status: 415,
    error: 'invalid_request',
    message: 'The body must be application/x-www-form-urlencoded',
  },
  'SANDBOX-REQUEST-8': {
    status: 404,
    error: 'invalid_request',
    message: 'The path has two slashes in a row',
  },
  'SANDBOX-STORE-1': {
    status: 503,
    error: 'temporarily_unavailable',
    message: 'The browser has no room left for the sandbox',
  },
  'SANDBOX-STORE-2': {
    status: 503,
    error: 'temporarily_unavailable',
    message: 'The browser lets the sandbox store nothing',
  },
  'SANDBOX-STORE-3': {
    status: 503,
    error: 'temporarily_unavailable',
    message: 'A newer version of this site made the storage',
  },
  'SANDBOX-SCOPE-1': {
    status: 400,
    error: 'invalid_scope',
    message: 'The scope cannot be read',
  },
  'SANDBOX-SCOPE-2': {
    status: 400,
    error: 'invalid_scope',
    message: 'The app does not have this permission',
  },
  'SANDBOX-SCOPE-3': {
    status: 400,
    error: 'invalid_scope',
    message: 'The scope is wider than what was granted',
  },
});
