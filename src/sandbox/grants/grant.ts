import type { Fault } from '#protocol/errors/fault.ts';
import type { ClientRequest } from '../client-request.ts';
import type { AppRecord } from '../store/records.ts';
import type { TokenResponse } from '../tokens/response.ts';

/** A token request whose client is authenticated and may use the grant. */
export interface GrantRequest extends ClientRequest {
  app: AppRecord;
}

export type GrantOutcome =
  { kind: 'tokens'; answer: TokenResponse } | { kind: 'refused'; fault: Fault };

/** One value of `grant_type`: checks what it was given, then issues tokens. */
export type Grant = (request: GrantRequest) => Promise<GrantOutcome>;

/** A parameter that the grant needs and the request lacks. */
export function missing(name: string, rule: string): Fault {
  return {
    code: 'SANDBOX-REQUEST-5',
    rule,
    message: `A required parameter is missing: ${name}`,
    parameters: [{ parameterName: name }],
  };
}

export function refused(fault: Fault): GrantOutcome {
  return { kind: 'refused', fault };
}
