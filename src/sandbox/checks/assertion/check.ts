import * as z from 'zod/mini';
import type { Fault } from '#protocol/errors/fault.ts';
import type { GrantRequest } from '../client-request.ts';
import type { JwtCredentialRecord, UserRecord } from '../../store/records.ts';

/** What RFC 7523 section 3 asks of the claims. */
export const claimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  /** Seconds, as `nbf`. */
  exp: z.number(),
  nbf: z.optional(z.number()),
});

type Claims = z.infer<typeof claimsSchema>;

/** An assertion on its way through the checks: each fills in what it has found. */
export interface Assertion {
  text: string;
  alg: unknown;
  /** The payload, before its form is known. */
  payload: Readonly<Record<string, unknown>>;
  claims?: Claims;
  credential?: JwtCredentialRecord;
  user?: UserRecord;
}

/** One rule of the JWT bearer grant: a refusal, or nothing, in which case the next one runs. */
export type AssertionCheck = (
  assertion: Assertion,
  request: GrantRequest,
) => Fault | undefined | Promise<Fault | undefined>;

/** The parameter that all these refusals are about. */
export const parameters = [{ parameterName: 'assertion' }];
