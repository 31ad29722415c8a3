import type { Fault } from '#protocol/errors/fault.ts';
import type { GrantRequest } from '../client-request.ts';
import type { JwtCredentialRecord, UserRecord } from '../../store/records.ts';
import type { Claims } from './claims.ts';

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
