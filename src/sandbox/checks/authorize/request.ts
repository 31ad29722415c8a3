import type { Fault } from '#protocol/errors/fault.ts';
import type { FormPair } from '#protocol/form.ts';
import type { ChallengeMethod } from '#protocol/pkce.ts';
import type { Services } from '../../context.ts';
import type { Incoming } from '../../wire/incoming.ts';
import type { Policy } from '../../policy.ts';
import type { AppRecord } from '../../store/records.ts';

/** Parameters that may come once only (AS-004). Others may repeat: the JS SDK repeats `ui_options`. */
const onceOnly: ReadonlySet<string> = new Set([
  'response_type',
  'response_mode',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'nonce',
  'prompt',
  'display',
  'brand_id',
]);

/** An authorization request on its way through the checks: each fills in what it has found. */
export interface AuthorizeRequest {
  /** The first value of each parameter that has one; an empty value is an absent one (AS-002). */
  parameters: Map<string, string>;
  /** Protocol parameters that came more than once. */
  repeated: Set<string>;
  /** The general policy, until the app is known. */
  policy: Policy;
  app?: AppRecord;
  /** Set once it is trusted: from then on a refusal travels by redirect. */
  redirectUri?: string;
  redirectUriSent: boolean;
  responseType?: 'code' | 'token';
  codeChallenge?: string;
  codeChallengeMethod?: ChallengeMethod;
  /** What the code or token will be good for. */
  scopes: string[];
}

/**
 * One rule of the authorization endpoint: a refusal, or nothing, in which case
 * the next one runs.
 */
export type AuthorizeCheck = (
  request: AuthorizeRequest,
  context: { incoming: Incoming; services: Services },
) => Fault | undefined | Promise<Fault | undefined>;

/** A request of which nothing is known yet. */
export function newAuthorizeRequest(policy: Policy): AuthorizeRequest {
  return {
    parameters: new Map(),
    repeated: new Set(),
    policy,
    redirectUriSent: false,
    scopes: [],
  };
}

/** Sorts decoded pairs into the request. */
export function takeParameters(request: AuthorizeRequest, pairs: readonly FormPair[]): void {
  for (const [name, value] of pairs) {
    if (value === '') continue;
    if (!request.parameters.has(name)) request.parameters.set(name, value);
    else if (onceOnly.has(name)) request.repeated.add(name);
  }
}

/** The value of a parameter, or nothing when it was absent, empty or repeated. */
export function parameter(request: AuthorizeRequest, name: string): string | undefined {
  return request.repeated.has(name) ? undefined : request.parameters.get(name);
}

/** Where the answer's parameters go: the fragment for `token`, the query for all else (AS-048). */
export function responseMode(request: AuthorizeRequest): 'query' | 'fragment' {
  return parameter(request, 'response_type') === 'token' ? 'fragment' : 'query';
}
