import * as z from 'zod/mini';
import { type AssertionCheck, parameters } from './check.ts';

const claimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  /** Seconds, as `nbf`. */
  exp: z.number(),
  nbf: z.optional(z.number()),
});

export type Claims = z.infer<typeof claimsSchema>;

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
