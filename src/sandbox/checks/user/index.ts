import type { Fault } from '#protocol/errors/fault.ts';
import { demoAccountId } from '../../demo/users.ts';
import type { Policy } from '../../policy.ts';
import type { AppRecord, UserRecord } from '../../store/records.ts';

/** One rule about the user of a grant, who is known by now: a password was right, or a JWT was. */
export type UserCheck = (user: UserRecord, app: AppRecord, policy: Policy) => Fault | undefined;

/** The extension may sign in at all. */
export const enabled: UserCheck = ({ disabled }) =>
  disabled ? { code: 'OAU-141', rule: 'AS-139' } : undefined;

/** A password cannot pass single sign-on (X10). OAU-148 is a lock at RingCentral; its code for this was not found. */
const noSingleSignOn: UserCheck = ({ ssoEnforced }) =>
  ssoEnforced ? { code: 'SANDBOX-USER-3', rule: 'AS-140' } : undefined;

/** A password cannot pass a second factor. */
const noSecondFactor: UserCheck = ({ mfaRequired }) =>
  mfaRequired ? { code: 'OAU-168', rule: 'AS-140' } : undefined;

/** The role lets the user sign in to apps. RingCentral answers `invalid_client`, RFC 6749 has `invalid_grant`. */
export const mayUseApps: UserCheck = ({ thirdPartyAppsAccess }, _app, { errorShape }) => {
  if (thirdPartyAppsAccess) return undefined;
  const byRfc = errorShape === 'rfc' && { error: 'invalid_grant', status: 400 };
  const parameters = [{ parameterName: 'permissionName', parameterValue: 'ThirdPartyAppAccess' }];
  return { code: 'CMN-408', rule: 'X23', parameters, ...byRfc };
};

/** A private app takes users of its own company alone. */
export const ownCompany: UserCheck = ({ accountId }, { audience }) =>
  audience === 'private' && accountId !== demoAccountId
    ? { code: 'SANDBOX-USER-1', rule: 'X16', error: 'invalid_grant', status: 400 }
    : undefined;

/** In this order, after the password: before it they would tell who exists. */
export const userChecks: readonly UserCheck[] = [
  enabled,
  noSingleSignOn,
  noSecondFactor,
  ownCompany,
  mayUseApps,
];
