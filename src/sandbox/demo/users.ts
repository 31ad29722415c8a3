import type { UserRecord } from '../store/records.ts';

/** The password of every demo user; written on the sign-in page. */
export const demoPassword = 'sandbox-password';

export const demoCompanyNumber = '+18335550100';
export const otherCompanyNumber = '+18335550200';

/** The company that owns the demo apps. */
export const demoAccountId = 1_000_001;
/** A second company, whom private apps refuse. */
export const otherAccountId = 2_000_001;

const usual = {
  accountId: demoAccountId,
  companyNumber: demoCompanyNumber,
  password: demoPassword,
  administrator: false,
  thirdPartyAppsAccess: true,
  mfaRequired: false,
  ssoEnforced: false,
  disabled: false,
};

function user(
  extensionNumber: string,
  differences: Partial<UserRecord> & { extensionId: number; email: string },
): UserRecord {
  return { ...usual, extensionNumber, name: `Extension ${extensionNumber}`, ...differences };
}

/** The users that exist at every start; the first is who signs in unless the reader chooses another. */
export const demoUsers: readonly [UserRecord, ...UserRecord[]] = [
  user('101', { extensionId: 1_000_101, email: '101@sandbox.example', administrator: true }),
  user('102', {
    extensionId: 1_000_102,
    email: '102@sandbox.example',
    thirdPartyAppsAccess: false,
  }),
  user('103', { extensionId: 1_000_103, email: '103@sandbox.example', mfaRequired: true }),
  user('104', { extensionId: 1_000_104, email: '104@sandbox.example', ssoEnforced: true }),
  user('105', { extensionId: 1_000_105, email: '105@sandbox.example', disabled: true }),
  user('101', {
    extensionId: 2_000_101,
    email: '101@other.example',
    accountId: otherAccountId,
    companyNumber: otherCompanyNumber,
    administrator: true,
  }),
];

/** The user that the sign-in form is filled with. */
export const defaultUser = demoUsers[0];

/** The user with this extension id, or undefined. */
export function userById(extensionId: number): UserRecord | undefined {
  return demoUsers.find((user) => user.extensionId === extensionId);
}

/** `8335550100`, `18335550100` and `+1 (833) 555-0100` name the same company. */
function normalNumber(text: string): string {
  // Most are written so already, and the token endpoint asks for each request.
  if (/^\+1[0-9]{10}$/.test(text)) return text;
  const digits = text.replaceAll(/[^0-9]/g, '');
  return digits.length === 10 ? `+1${digits}` : `+${digits}`;
}

/**
 * Finds a user the way RingCentral's password grant names one: a company number
 * with an extension beside it or glued on with `*`, or an e-mail address. A
 * company number alone is the company's administrator.
 *
 * @param username `+18335550100`, `+18335550100*101` or `101@sandbox.example`
 * @param extension the extension number, where it is sent beside the user name
 */
export function findUser(username: string, extension = ''): UserRecord | undefined {
  if (username.includes('@')) {
    return demoUsers.find((user) => user.email === username.toLowerCase());
  }
  const [number = '', glued = ''] = username.split('*');
  const extensionNumber = glued || extension;
  const company = normalNumber(number);
  return demoUsers.find(
    (user) =>
      user.companyNumber === company &&
      (extensionNumber === '' ? user.administrator : user.extensionNumber === extensionNumber),
  );
}

/** The user of a company with this extension number, or undefined. */
export function userAt(
  extensionNumber: string,
  companyNumber: string = demoCompanyNumber,
): UserRecord | undefined {
  return demoUsers.find(
    (user) =>
      user.extensionNumber === extensionNumber &&
      user.companyNumber === normalNumber(companyNumber),
  );
}
