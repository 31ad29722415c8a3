import { codes } from './entry.ts';

/** What a grant presents: a code, a token, a user's credentials, an assertion. */
export const grantCodes = codes({
  'OAU-106': {
    status: 400,
    error: 'invalid_grant',
    message: 'Invalid authorization code',
  },
  'OAU-108': {
    status: 400,
    error: 'invalid_grant',
    message: 'Authorization code is expired',
  },
  'OAU-109': {
    status: 400,
    error: 'invalid_redirect_uri',
    rfcError: 'invalid_grant',
    message: 'Redirect URIs do not match',
    namesNoParameter: true,
  },
  'OAU-110': {
    status: 400,
    error: 'invalid_grant',
    message: 'Authorization code was not issued for this application',
  },
  'OAU-210': {
    status: 400,
    error: 'invalid_grant',
    message: 'Token expired',
  },
  'OAU-211': {
    status: 400,
    error: 'invalid_grant',
    message: 'Token revoked',
  },
  'OAU-213': {
    status: 400,
    error: 'invalid_grant',
    group: 'TokenInvalid',
    message: 'Token not found',
  },
  'OAU-250': {
    status: 400,
    error: 'invalid_request',
    rfcError: 'unsupported_grant_type',
    message: 'Unsupported grant type',
    namesNoParameter: true,
  },
  'OAU-331': {
    status: 400,
    error: 'invalid_request',
    rfcError: 'invalid_grant',
    message: 'Invalid assertion',
  },
  'OAU-345': {
    status: 400,
    error: 'invalid_request',
    rfcError: 'invalid_grant',
    message: 'Invalid assertion signature',
  },
  'OAU-347': {
    status: 400,
    error: 'invalid_request',
    rfcError: 'invalid_grant',
    message:
      'An algorithm which is used for assertion signing is not supported for JWT Bearer grant type',
  },
  'OAU-473': {
    status: 400,
    error: 'invalid_request',
    rfcError: 'invalid_grant',
    message: 'The client is not allowed to use this personal API Key',
  },
});
