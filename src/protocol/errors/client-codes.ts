import { codes } from './entry.ts';

/** Which app is asking, and whether it may ask so. */
export const clientCodes = codes({
  'OAU-112': {
    status: 403,
    error: 'unauthorized_client',
    message: 'The client is unauthorized for the required grant type',
  },
  'OAU-116': {
    status: 403,
    error: 'invalid_request',
    message: 'Invalid authorization method',
  },
  'OAU-120': {
    status: 401,
    error: 'invalid_client',
    message: 'Wrong Application ID',
  },
  'OAU-121': {
    status: 401,
    error: 'invalid_client',
    message: 'Wrong Application',
  },
  'OAU-123': {
    status: 400,
    rfcStatus: 401,
    error: 'invalid_client',
    message: 'Client authentication is required',
    namesNoParameter: true,
  },
  'OAU-125': {
    status: 401,
    rfcStatus: 400,
    error: 'unauthorized_client',
    message: 'Grant type is not allowed for application.',
  },
  'OAU-127': {
    status: 401,
    error: 'invalid_client',
    message: 'Invalid application release.',
  },
  'OAU-134': {
    status: 401,
    error: 'invalid_client',
    message: 'Invalid Authorization header.',
  },
  'OAU-146': {
    status: 400,
    rfcStatus: 401,
    error: 'invalid_client',
    message: 'Invalid client credentials',
  },
  'OAU-151': {
    status: 401,
    error: 'invalid_client',
    message: 'Authorization method not supported',
  },
  'OAU-152': {
    status: 400,
    error: 'unauthorized_client',
    message: 'Implicit flow is not allowed for the client',
  },
  'OAU-153': {
    status: 400,
    rfcStatus: 401,
    error: 'invalid_client',
    message: 'Invalid client application',
    challengesBearer: true,
  },
  'OAU-164': {
    status: 400,
    error: 'invalid_grant',
    message: 'Invalid client app is used for token revocation',
  },
  'OAU-165': {
    status: 400,
    rfcStatus: 401,
    error: 'invalid_client',
    message: 'Sandbox client is not allowed',
  },
  'OAU-167': {
    status: 403,
    error: 'invalid_client',
    message: 'Account access restricted by RealmId',
  },
  'OAU-251': {
    status: 400,
    error: 'unauthorized_client',
    message: 'Unauthorized for this grant type',
    namesNoParameter: true,
  },
  'OAU-270': {
    status: 400,
    error: 'unauthorized_client',
    message: 'Client credentials grant is for partners only',
  },
  'SANDBOX-CLIENT-1': {
    status: 400,
    error: 'invalid_request',
    message: 'More than one client authentication method in one request',
  },
  'SANDBOX-CLIENT-2': {
    status: 400,
    error: 'invalid_request',
    message: 'client_id in the body differs from the one in the Authorization header',
  },
  'SANDBOX-CLIENT-3': {
    status: 400,
    rfcStatus: 401,
    error: 'invalid_client',
    message: 'This app is a public client and has no secret',
  },
  'SANDBOX-CLIENT-4': {
    status: 400,
    rfcStatus: 401,
    error: 'invalid_client',
    message: 'Authentication by client_assertion is not supported here',
  },
});
