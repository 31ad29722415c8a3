import type { Fault } from '#protocol/errors/fault.ts';
import type { Services } from '../../context.ts';
import type { Incoming } from '../../wire/incoming.ts';
import { apiErrorResponse, respond } from '../../wire/responses.ts';
import { allowOf } from '../../wire/head.ts';
import type { UserRecord } from '../../store/records.ts';
import { scopeSuffices } from '../../checks/bearer/scope-suffices.ts';
import { userMay } from '../../checks/bearer/user-may.ts';
import { limitRate } from '../../checks/rate-limit.ts';
import { findCaller } from './caller.ts';
import { apiRoot } from './root.ts';
import { findResource } from './resources.ts';
import type { PlainResponse } from '../../wire/plain-response.ts';

/** A protected answer is the caller's alone, most of all when the URL holds the token (AS-182, AS-188). */
const headers = { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'private' };

/** `~` and the caller's own ids mean the same; nobody else's are served. */
function unknownId(
  ids: Readonly<Record<string, string>>,
  user: UserRecord,
): 'accountId' | 'extensionId' | undefined {
  for (const name of ['accountId', 'extensionId'] as const) {
    const { [name]: id = '~' } = ids;
    if (id !== '~' && id !== String(user[name])) return name;
  }
  return undefined;
}

/** Below this RingCentral's API answers for itself; what lies beside it only the gateway knows. */
const apiPath = '/restapi/v1.0/';
/** In which an address that nothing answers was recorded to be counted. */
const groupOfUnknown = 'medium';

/**
 * The API behind the tokens: everything under `/restapi` that is not OAuth. The token is checked
 * before all that the path could tell, so a caller without one learns nothing.
 */
export async function api(incoming: Incoming, services: Services): Promise<PlainResponse> {
  incoming.answerHeaders['content-language'] = 'en-US';
  const policy = () => services.policyFor(incoming.trace.clientId);
  const refuse = async (fault: Fault) => apiErrorResponse(fault, incoming, await policy());
  const refuseMethod = () => {
    incoming.answerHeaders['allow'] = allowOf(['GET']);
    return refuse({ code: 'SANDBOX-REQUEST-3', rule: 'AS-013' });
  };
  const reads = incoming.method === 'GET';

  if (incoming.path === '/restapi') {
    return reads
      ? respond(incoming, 200, JSON.stringify(apiRoot(incoming.origin)), headers)
      : refuseMethod();
  }
  const found = findResource(incoming.path);
  if (!found && !incoming.path.startsWith(apiPath)) {
    return refuse({ code: 'AGW-404', rule: 'AS-013' });
  }
  const caller = await findCaller(incoming, services);
  if (caller.kind === 'refused') return refuse(caller.fault);
  const { user, token } = caller;
  const limited = await limitRate(
    found?.resource.group ?? groupOfUnknown,
    `${token.clientId} ${user.extensionId}`,
    await policy(),
    incoming,
    services,
  );
  if (limited) return refuse(limited);
  if (!found) return refuse({ code: 'CMN-120', rule: 'AS-013' });
  const { resource, ids } = found;
  const narrow = scopeSuffices(token, resource.scope);
  if (narrow) return refuse(narrow);
  if (!reads) return refuseMethod();
  const unknown = unknownId(ids, user);
  if (unknown) return refuse(notFound(unknown));
  const forbidden = userMay(user, resource.userPermission);
  if (forbidden) return refuse(forbidden);
  const { origin, now } = incoming;
  return respond(incoming, 200, JSON.stringify(resource.read({ user, origin, now })), headers);
}

const notFound = (parameterName: string): Fault => ({
  code: 'CMN-102',
  rule: 'AS-186',
  message: `Resource for parameter [${parameterName}] is not found`,
  parameters: [{ parameterName }],
});
