import { codes } from './entry.ts';

/** Why a JWT that this server signed is refused, where RingCentral's own code is not known. */
export const jwtCodes = codes({
  'SANDBOX-JWT-1': {
    status: 400,
    error: 'invalid_grant',
    message: 'The assertion is incomplete',
  },
  'SANDBOX-JWT-2': {
    status: 400,
    error: 'invalid_grant',
    message: 'The assertion is from another issuer',
  },
  'SANDBOX-JWT-3': {
    status: 400,
    error: 'invalid_grant',
    message: 'The assertion is meant for another server',
  },
  'SANDBOX-JWT-4': {
    status: 400,
    error: 'invalid_grant',
    message: 'The assertion has expired',
  },
  'SANDBOX-JWT-5': {
    status: 400,
    error: 'invalid_grant',
    message: 'The assertion was revoked',
  },
});
