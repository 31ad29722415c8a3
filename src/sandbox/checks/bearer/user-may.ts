import type { Fault } from '#protocol/errors/fault.ts';
import type { UserRecord } from '../../store/records.ts';

/**
 * X25: the user holds the permission that the endpoint asks of a role, beside the app's own. Of the
 * permissions that RingCentral's API description names for what the sandbox serves, an administrator
 * has each, and another user all but the company's call log.
 */
export function userMay(
  { administrator }: UserRecord,
  permission: string | undefined,
): Fault | undefined {
  if (permission !== 'FullCompanyCallLog' || administrator) return undefined;
  return {
    code: 'CMN-408',
    rule: 'X25',
    message: `In order to call this API endpoint, user needs to have [${permission}] permission for requested resource.`,
    // The token is good and its scope suffices: the challenge names no error (RFC 6750 section 3.1).
    error: '',
    extra: { permissionName: permission },
  };
}
