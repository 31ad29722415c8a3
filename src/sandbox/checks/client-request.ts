import type { DecidingRule } from '#protocol/errors/deciding-rule.ts';
import type { BasicPair } from '#protocol/basic.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';
import type { Policy } from '../policy.ts';
import type { AppRecord } from '../store/records.ts';
import { readForm } from './token/form.ts';

/** A request to the token or revocation endpoint on its way through the checks: each fills in what it finds. */
export interface ClientRequest {
  incoming: Incoming;
  services: Services;
  /** The general policy, until the app is known. */
  policy: Policy;
  /** Parameters of the body that have a value, by name (AS-002); a repeated one has its first. */
  parameters: ReadonlyMap<string, string>;
  /** Parameters that came more than once. */
  repeated: readonly string[];
  /** Id and secret as the header gave them, in each way that the policy lets them be read. */
  basic: readonly BasicPair[];
  /** The id that the request names, from wherever it came. */
  clientId?: string;
  app?: AppRecord;
  /** A confidential app came without its secret, which its verifier must make good (`pkceReplacesSecret`). */
  secretReplaced: boolean;
  /** The token to revoke stood in the address. */
  tokenInQuery?: true;
}

/** A token request whose client is authenticated and may use the grant. */
export interface GrantRequest extends ClientRequest {
  app: AppRecord;
}

/** A request of which only the form is known; `fault` when not even that could be read. */
export function newClientRequest(
  incoming: Incoming,
  services: Services,
  policy: Policy,
): { request: ClientRequest; fault?: Fault } {
  const form = readForm(incoming.body);
  const request: ClientRequest = {
    incoming,
    services,
    policy,
    parameters: form.kind === 'parameters' ? form.parameters : new Map(),
    repeated: form.kind === 'parameters' ? form.repeated : [],
    basic: [],
    secretReplaced: false,
  };
  return form.kind === 'parameters' ? { request } : { request, fault: form.fault };
}

/** One rule: a refusal, or nothing, in which case the next one runs. */
export type ClientCheck = (
  request: ClientRequest,
) => Fault | undefined | Promise<Fault | undefined>;

/** Runs checks in their order; the first refusal ends them. */
export async function runChecks(
  checks: readonly ClientCheck[],
  request: ClientRequest,
): Promise<Fault | undefined> {
  for (const check of checks) {
    const outcome = check(request);
    // Most rules know at once; waiting for those would cost a turn of the loop each.
    const fault = outcome instanceof Promise ? await outcome : outcome;
    if (fault) return fault;
  }
  return undefined;
}

/** A parameter that is needed and that the request lacks. */
export function missing(name: string, rule: DecidingRule): Fault {
  return {
    code: 'SANDBOX-REQUEST-5',
    rule,
    message: `A required parameter is missing: ${name}`,
    parameters: [{ parameterName: name }],
  };
}
