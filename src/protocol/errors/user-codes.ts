import { codes } from './entry.ts';

/** Who signs in, and whether they may. */
export const userCodes = codes({
  'OAU-105': {
    status: 403,
    error: 'access_denied',
    message: 'Login for this type of extension is not allowed.',
  },
  'OAU-119': {
    status: 403,
    error: 'invalid_grant',
    message: 'International Virtual number cannot be used to login',
  },
  'OAU-136': {
    status: 401,
    error: 'invalid_grant',
    message: 'Extension not found.',
  },
  'OAU-140': {
    status: 400,
    error: 'invalid_grant',
    message: 'Invalid resource owner credentials.',
  },
  'OAU-141': {
    status: 400,
    error: 'invalid_grant',
    message: 'Login for extension in current state is not allowed.',
  },
  'OAU-142': {
    status: 400,
    error: 'invalid_grant',
    message: 'Login to account in current state is not allowed.',
  },
  'OAU-147': {
    status: 400,
    error: 'invalid_grant',
    message: 'The account is locked out due to multiple unsuccessful logon attempts.',
  },
  'OAU-148': {
    status: 400,
    error: 'invalid_grant',
    message:
      'The account is locked out due to multiple unsuccessful logon attempts. Please use Single Sign-on way to authenticate.',
  },
  'OAU-163': {
    status: 400,
    error: 'invalid_grant',
    message:
      'Login of this call queue is not allowed as queue managers are selected from the user list.',
  },
  'OAU-168': {
    status: 400,
    error: 'invalid_grant',
    message: 'Password grant is not allowed because MFA is required.',
  },
  'CMN-408': {
    status: 403,
    error: 'invalid_client',
    rfcError: 'access_denied',
    message: '[ThirdPartyAppAccess] permission required',
  },
  'SANDBOX-USER-1': {
    status: 403,
    error: 'access_denied',
    message: 'This app is private: only users of its own company may sign in',
  },
  'SANDBOX-USER-2': {
    status: 400,
    error: 'invalid_request',
    message: 'Resource Owner credentials are incomplete.',
    namesNoParameter: true,
  },
  'SANDBOX-USER-3': {
    status: 400,
    error: 'invalid_grant',
    message: 'This account enforces single sign-on: a password cannot sign in here',
  },
});
