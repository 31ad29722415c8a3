import type { CodeCheck } from './check.ts';

/** AS-059 and AS-119: the policy in force now decides, so a code that is out can be given more time. */
export const notExpired: CodeCheck = (code, { incoming, policy }) =>
  incoming.now - code.issuedAt > policy.codeLifetimeSeconds * 1000
    ? { code: 'OAU-108', rule: 'AS-119' }
    : undefined;
