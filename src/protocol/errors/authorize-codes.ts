import { codes } from './entry.ts';

/** What the authorization endpoint refuses; all but the first stage travels by redirect. */
export const authorizeCodes = codes({
  'OAU-102': {
    status: 403,
    error: 'server_error',
    message: 'Unable to issue authorization code',
  },
  'OAU-113': {
    status: 400,
    error: 'invalid_client',
    message: 'No redirect URI is registered for this client application',
    namesNoParameter: true,
  },
  'SANDBOX-AUTHORIZE-1': {
    status: 400,
    error: 'invalid_request',
    message: 'response_type is missing',
  },
  'SANDBOX-AUTHORIZE-2': {
    status: 400,
    error: 'unsupported_response_type',
    message: 'The response_type is not supported',
  },
  'SANDBOX-AUTHORIZE-3': {
    status: 403,
    error: 'access_denied',
    message: 'The user denied access to your application',
  },
  'SANDBOX-AUTHORIZE-4': {
    status: 400,
    error: 'invalid_request',
    message: 'This sign-in is no longer open',
  },
  'SANDBOX-AUTHORIZE-5': {
    status: 403,
    error: 'invalid_request',
    message: 'This sign-in belongs to another browser',
  },
  'SANDBOX-AUTHORIZE-6': {
    status: 400,
    error: 'invalid_request',
    message: 'redirect_uri is required',
  },
  'SANDBOX-AUTHORIZE-7': {
    status: 400,
    error: 'invalid_request',
    message: 'redirect_uri must not have a fragment',
  },
  'SANDBOX-AUTHORIZE-8': {
    status: 403,
    error: 'login_required',
    message: 'prompt=none needs an open session, and this server signs in at every login',
  },
  'SANDBOX-AUTHORIZE-9': {
    status: 400,
    error: 'invalid_request',
    message: 'prompt=none must be the only value',
  },
});
