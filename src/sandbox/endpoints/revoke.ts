import type { Fault } from '#protocol/errors/fault.ts';
import { decodeForm } from '#protocol/form.ts';
import { clientChecks } from '../checks/client/index.ts';
import { duplicates } from '../checks/token/duplicates.ts';
import { isForm } from '../wire/is-form.ts';
import {
  type ClientCheck,
  type ClientRequest,
  newClientRequest,
  runChecks,
} from '../checks/client-request.ts';
import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';
import { inForce } from '../policy.ts';
import { noStore, oauthErrorResponse, respond } from '../wire/responses.ts';
import { revokeToken } from '../tokens/revoke.ts';
import type { PlainResponse } from '../wire/plain-response.ts';

/** AS-164: the body is a form. RingCentral's 415 for anything else is no status of RFC 7009's. */
const mediaType: ClientCheck = ({ incoming, policy }) =>
  incoming.body === '' || isForm(incoming.request.headers.get('content-type'))
    ? undefined
    : {
        code: 'SANDBOX-REQUEST-7',
        rule: 'AS-164',
        ...(policy.errorShape === 'rfc' && { status: 400 }),
      };

/** AS-164: RingCentral takes the token from the body or from the query, and both must agree. */
const tokenFromEither: ClientCheck = (request) => {
  const { incoming, parameters } = request;
  if (incoming.query === '') return undefined;
  const form = decodeForm(incoming.query);
  if (form.kind === 'malformed') return { code: 'SANDBOX-REQUEST-1', rule: 'AS-007' };
  const values = form.pairs.filter(([name, value]) => name === 'token' && value !== '');
  if (values.length > 1) {
    return { code: 'OAU-111', rule: 'AS-004', parameters: [{ parameterName: 'token' }] };
  }
  const inQuery = values[0]?.[1];
  const inBody = parameters.get('token');
  if (inQuery === undefined) return undefined;
  if (inBody !== undefined && inBody !== inQuery) {
    return {
      code: 'OAU-150',
      rule: 'AS-164',
      message: 'value of query parameter [token] should equal parameter [token] in request body',
      parameters: [{ parameterName: 'token' }],
    };
  }
  request.parameters = new Map(parameters).set('token', inQuery);
  request.tokenInQuery = true;
  return undefined;
};

/** AS-164: RFC 7009 has the token in the body; an address ends up in logs (RFC 9700 section 4.3). */
const tokenNotInQuery: ClientCheck = ({ tokenInQuery, policy }) =>
  tokenInQuery && !inForce(policy).queryToken
    ? {
        code: 'SANDBOX-REQUEST-4',
        rule: 'AS-164',
        message: 'Parameters belong in the body, not in the query: token',
        parameters: [{ parameterName: 'token' }],
      }
    : undefined;

/** AS-164: RingCentral's changelog names the code for an empty token; one that is left out is taken as empty. */
const tokenPresent: ClientCheck = ({ parameters }) =>
  parameters.has('token')
    ? undefined
    : {
        code: 'CMN-101',
        rule: 'AS-164',
        message: 'Parameter [token] value is invalid.',
        parameters: [{ parameterName: 'token' }],
      };

const revokeChecks: readonly ClientCheck[] = [
  duplicates,
  tokenFromEither,
  ...clientChecks,
  tokenNotInQuery,
  tokenPresent,
];

/**
 * `POST /restapi/oauth/revoke`.
 *
 * @returns 200 without a body, for an unknown token too (AS-166); a refusal of the client as
 * at the token endpoint; 400 for another client's token, which lives on (AS-168)
 * @see RFC 7009 section 2
 */
export async function revoke(incoming: Incoming, services: Services): Promise<PlainResponse> {
  const { request, fault } = newClientRequest(incoming, services, await services.policyFor());
  const refusal = await refuse(request, fault);
  if (refusal) return oauthErrorResponse(refusal, incoming, request.policy);
  return respond(incoming, 200, '', noStore);
}

async function refuse(request: ClientRequest, unreadable?: Fault): Promise<Fault | undefined> {
  const fault =
    (await mediaType(request)) ?? unreadable ?? (await runChecks(revokeChecks, request));
  if (fault) return fault;
  const { app, incoming, parameters, policy, services } = request;
  if (!app) throw new Error('The checks let a request pass without its app');
  const { clientId } = app;
  const token = parameters.get('token') ?? '';
  return revokeToken(token, { clientId, policy, now: incoming.now }, services.store);
}
