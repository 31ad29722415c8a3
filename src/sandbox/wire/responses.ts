import { wireError } from '#protocol/errors/codes.ts';
import type { Fault } from '#protocol/errors/fault.ts';
import type { Incoming } from './incoming.ts';
import { PlainResponse } from './plain-response.ts';
import type { Policy } from '../policy.ts';
import { errorUri, helpLinks } from './help-links.ts';
import { apiEnvelope, describable, errorOf, messageOf, oauthEnvelope } from './envelope.ts';

const jsonType = 'application/json;charset=UTF-8';
/** What the gateway before the API sends, whose two recorded answers have no charset. */
const gatewayType = 'application/json';
const realm = 'realm="RingCentral REST API"';

/** Answers with the request's own headers: trace id, CORS, the rule of a refusal. */
export function respond(
  incoming: Incoming,
  status: number,
  body: string,
  headers: Record<string, string>,
): PlainResponse {
  const all = { ...incoming.answerHeaders, ...headers };
  if (incoming.trace.rule !== undefined) all['sandbox-rule'] = incoming.trace.rule;
  return new PlainResponse(status, all, body);
}

/** What every answer of the token and revocation endpoints carries (AS-092), and every refusal of the API. */
export const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' };

function statusOf(fault: Fault, policy: Policy): number {
  const entry = wireError(fault.code);
  if (fault.status !== undefined) return fault.status;
  if (policy.errorShape === 'ringcentral') return entry.status;
  if (entry.rfcStatus !== undefined) return entry.rfcStatus;
  // RFC 6749 section 5.2 has 401 for invalid_client alone, and no 403.
  const refused = entry.status === 401 || entry.status === 403;
  return refused && errorOf(fault, policy) !== 'invalid_client' ? 400 : entry.status;
}

/**
 * A refusal by the authorization server, in the envelope that the policy asks for.
 *
 * @returns status and `error` of the catalogue; `no-store`; a challenge with every 401 and wherever
 * the client used the Authorization header: Basic, and Bearer where RingCentral was recorded so
 * @see RFC 6749 section 5.2
 */
export function oauthErrorResponse(
  fault: Fault,
  incoming: Incoming,
  policy: Policy,
): PlainResponse {
  // The gateway before the server refuses it, in the envelope that it has for every path.
  if (fault.code === 'CMN-301') return apiErrorResponse(fault, incoming, policy);
  incoming.trace.rule = fault.rule;
  const status = statusOf(fault, policy);
  const body = JSON.stringify(oauthEnvelope(fault, policy, errorUri(incoming, fault.code)));
  const byBearer =
    policy.errorShape === 'ringcentral' && wireError(fault.code).challengesBearer === true;
  const challenge = byBearer
    ? bearerChallenge(errorOf(fault, policy), messageOf(fault))
    : `Basic ${realm}`;
  return respond(incoming, status, body, {
    'content-type': jsonType,
    link: helpLinks(incoming, fault.code),
    ...noStore,
    ...((status === 401 || fault.challenge) && { 'www-authenticate': challenge }),
  });
}

const bearerChallenge = (error: string, message: string): string =>
  `Bearer ${realm}${error && `, error="${error}", error_description="${message}"`}`;

/**
 * A refusal by the API, in the envelope that the policy asks for.
 *
 * @returns a Bearer challenge with 401 and 403, with the 400 of a badly sent token, and with the
 * 429 of RingCentral
 * @see RFC 6750 section 3
 */
export function apiErrorResponse(fault: Fault, incoming: Incoming, policy: Policy): PlainResponse {
  incoming.trace.rule = fault.rule;
  const entry = wireError(fault.code);
  const status = fault.status ?? entry.status;
  const isTooMany = fault.code === 'CMN-301' && policy.errorShape === 'ringcentral';
  // RingCentral's challenge to one request too many names its own code for the error.
  const error = isTooMany ? fault.code : (fault.error ?? entry.error);
  const permission = error === 'insufficient_scope' && fault.extra?.['permissionName'];
  const scope = permission ? `, scope="${describable(permission)}"` : '';
  const challenge = `${bearerChallenge(error, messageOf(fault))}${scope}`;
  const challenged = status === 401 || status === 403 || fault.challenge === 'Bearer' || isTooMany;
  const byGateway = isTooMany || entry.isAlone === true;
  return respond(incoming, status, JSON.stringify(apiEnvelope(fault, policy)), {
    'content-type': byGateway ? gatewayType : jsonType,
    link: helpLinks(incoming, fault.code),
    ...noStore,
    ...(challenged && { 'www-authenticate': challenge }),
  });
}
