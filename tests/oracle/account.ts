import type { Account } from './matrix.ts';

/** The demo user who has what an account says, and a JWT credential's way of naming them. */
export interface DemoUser {
  extensionNumber: string;
  companyNumber: string;
}

const own = '+18335550100';
const extensions: Record<Account, DemoUser> = {
  '-': { extensionNumber: '101', companyNumber: own },
  'no-access': { extensionNumber: '102', companyNumber: own },
  mfa: { extensionNumber: '103', companyNumber: own },
  sso: { extensionNumber: '104', companyNumber: own },
  'other-company': { extensionNumber: '101', companyNumber: '+18335550200' },
  // Another brand is another host, and so nothing that one sandbox could refuse by.
  att: { extensionNumber: '101', companyNumber: own },
};

/** The one user whom no setting and no fact is about: nobody may sign in as a disabled extension. */
export const disabledUser: DemoUser = { extensionNumber: '105', companyNumber: own };

export function demoUser(account: Account): DemoUser {
  return extensions[account];
}
