import type { AccountFacts } from '#app-settings/facts.ts';
import type { Account } from './matrix.ts';

const facts: Record<Account, AccountFacts> = {
  '-': {},
  sso: { ssoEnforced: true },
  mfa: { mfaRequired: true },
  'no-access': { thirdPartyAppsAccess: false },
  'other-company': { otherCompanies: true },
  att: { brandEnvironment: 'att' },
};

/** The account of a row of the matrix, in the rule book's words. */
export function factsOf(account: Account): AccountFacts {
  return facts[account];
}
