import { type AssertionCheck, claimsSchema, parameters } from './check.ts';

/** AS-155: issuer, subject, audience and expiry are there, each of its type. */
export const hasClaims: AssertionCheck = (assertion) => {
  const result = claimsSchema.safeParse(assertion.payload);
  if (result.success) {
    assertion.claims = result.data;
    return undefined;
  }
  const name = String(result.error.issues[0]?.path[0] ?? '');
  const how = name in assertion.payload ? 'has the wrong type' : 'is missing';
  return {
    code: 'SANDBOX-JWT-1',
    rule: 'AS-155',
    message: `The assertion is incomplete: the claim ${name} ${how}`,
    parameters,
  };
};
