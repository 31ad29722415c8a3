import { clientChecks } from '../checks/client/index.ts';
import { duplicates } from '../checks/token/duplicates.ts';
import { grantAllowed } from '../checks/token/grant-allowed.ts';
import { grantKnown } from '../checks/token/grant-known.ts';
import { grantTypePresent } from '../checks/token/grant-type-present.ts';
import { mediaType } from '../checks/token/media-type.ts';
import { queryParameters } from '../checks/token/query-parameters.ts';
import {
  type ClientCheck,
  type ClientRequest,
  type GrantRequest,
  newClientRequest,
  runChecks,
} from '../checks/client-request.ts';
import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';
import { type GrantOutcome, refused } from '../grants/grant.ts';
import { grants } from '../grants/index.ts';
import { noStore, oauthErrorResponse, respond } from '../wire/responses.ts';
import type { PlainResponse } from '../wire/plain-response.ts';

/** What every token request passes before its grant looks at it, in this order. */
const tokenChecks: readonly ClientCheck[] = [
  queryParameters,
  duplicates,
  grantTypePresent,
  ...clientChecks,
  grantKnown,
  grantAllowed,
];

const successHeaders = { 'content-type': 'application/json;charset=UTF-8', ...noStore };

/**
 * `POST /restapi/oauth/token`.
 *
 * @returns 200 with the tokens, else the error envelope; `no-store` either way (AS-092)
 * @see RFC 6749 section 3.2
 */
export async function token(incoming: Incoming, services: Services): Promise<PlainResponse> {
  const { request, fault } = newClientRequest(incoming, services, await services.policyFor());
  const refusal = mediaType(request) ?? fault ?? (await runChecks(tokenChecks, request));
  const outcome = refusal ? refused(refusal) : await grant(request);
  return outcome.kind === 'tokens'
    ? respond(incoming, 200, JSON.stringify(outcome.answer), successHeaders)
    : oauthErrorResponse(outcome.fault, incoming, request.policy);
}

function grant(request: ClientRequest): GrantOutcome | Promise<GrantOutcome> {
  if (!isAuthenticated(request)) throw new Error('The checks let a request pass without its app');
  const run = grants.get(request.parameters.get('grant_type') ?? '');
  // client_credentials alone is known and has no grant: it is for partners, and the rule book refuses every app (X20).
  if (!run) throw new Error('The checks let a request pass without its grant');
  return run(request);
}

function isAuthenticated(request: ClientRequest): request is GrantRequest {
  return request.app !== undefined;
}
