import { codes } from './entry.ts';

/** What the API behind the tokens answers. `error` is the code of its Bearer challenge (RFC 6750 section 3.1). */
export const apiCodes = codes({
  'AGW-401': {
    status: 401,
    error: '',
    message: 'Authorization header is not specified',
  },
  'AGW-402': {
    status: 401,
    error: '',
    message: 'Invalid Authorization header',
  },
  'AGW-404': {
    status: 404,
    error: 'invalid_request',
    message: 'Resource not found',
    isAlone: true,
  },
  'OAU-128': {
    status: 401,
    error: 'invalid_token',
    group: 'TokenExpired',
    message: 'Access token expired.',
  },
  'OAU-129': {
    status: 401,
    error: 'invalid_token',
    group: 'TokenInvalid',
    message: 'Access token corrupted',
  },
  'OAU-149': {
    status: 401,
    error: 'invalid_token',
    group: 'TokenInvalid',
    message: 'OAuth token is invalid',
  },
  'OAU-232': {
    status: 401,
    error: 'invalid_token',
    message: 'Extension not found',
  },
  'OAU-236': {
    status: 401,
    error: 'invalid_token',
    message: 'Extension is disabled or frozen',
  },
  'CMN-101': {
    status: 400,
    error: 'invalid_request',
    message: 'Parameter value is invalid',
  },
  'CMN-102': {
    status: 404,
    error: 'invalid_request',
    group: 'InvalidParameter',
    message: 'Resource for parameter is not found',
  },
  'CMN-120': {
    status: 404,
    error: 'invalid_request',
    message: 'Invalid URI',
  },
  'CMN-201': {
    status: 500,
    error: 'server_error',
    message: 'Service Temporary Unavailable',
  },
  'CMN-401': {
    status: 403,
    error: 'insufficient_scope',
    group: 'InsufficientPermissions',
    message: 'In order to call this API endpoint, application needs to have permission',
  },
  'CMN-405': {
    status: 401,
    error: 'invalid_token',
    message: 'Login to extension required',
  },
  'SANDBOX-API-1': {
    status: 400,
    error: 'invalid_request',
    message: 'The access token was sent in more than one way, or more than once',
  },
  'SANDBOX-API-2': {
    status: 400,
    error: 'invalid_request',
    message: 'The Authorization header does not hold one token',
  },
});
