import type { Fault } from '#protocol/errors/fault.ts';
import type { GrantRequest } from '../checks/client-request.ts';
import type { TokenResponse } from '../tokens/response.ts';

export type GrantOutcome =
  { kind: 'tokens'; answer: TokenResponse } | { kind: 'refused'; fault: Fault };

/** One value of `grant_type`: checks what it was given, then issues tokens. */
export type Grant = (request: GrantRequest) => Promise<GrantOutcome>;

export function refused(fault: Fault): GrantOutcome {
  return { kind: 'refused', fault };
}
