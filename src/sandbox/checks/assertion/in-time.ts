import { type AssertionCheck, parameters } from './check.ts';

/** AS-157: before `exp`, and not before `nbf`, on the sandbox's own clock, which also made them. */
export const inTime: AssertionCheck = ({ claims }, { incoming }) => {
  const now = incoming.now / 1000;
  if (!claims || now >= claims.exp) return { code: 'SANDBOX-JWT-4', rule: 'AS-157', parameters };
  if (claims.nbf === undefined || now >= claims.nbf) return undefined;
  return {
    code: 'SANDBOX-JWT-4',
    rule: 'AS-157',
    message: 'The assertion is not valid yet',
    parameters,
  };
};
