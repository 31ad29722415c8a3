import { codes } from './entry.ts';

/** What is too much: of requests, or of what is kept. */
export const limitCodes = codes({
  'CMN-301': {
    status: 429,
    error: 'temporarily_unavailable',
    message: 'Request rate exceeded',
  },
  'SANDBOX-LIMIT-1': {
    status: 507,
    error: 'temporarily_unavailable',
    message:
      'The sandbox has no room for more apps or longer settings: delete some apps or reset it',
  },
  'SANDBOX-LIMIT-2': {
    status: 507,
    error: 'temporarily_unavailable',
    message: 'The sandbox has no room for more JWT credentials: revoke some or reset it',
  },
  'SANDBOX-LIMIT-3': {
    status: 429,
    error: 'temporarily_unavailable',
    message: 'As many event streams are open as the sandbox serves: close some',
  },
});
