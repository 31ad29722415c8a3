import type { Fault } from '#protocol/errors/fault.ts';
import type { Services } from '../../context.ts';
import type { Incoming } from '../../wire/incoming.ts';
import { apiErrorResponse, respond } from '../../wire/responses.ts';
import { allowOf } from '../../wire/head.ts';
import type { UserRecord } from '../../store/records.ts';
import { findCaller } from './caller.ts';
import { apiRoot } from './root.ts';
import { type Resource, resources } from './resources.ts';
import type { PlainResponse } from '../../wire/plain-response.ts';

/** A protected answer is the caller's alone, most of all when the URL holds the token (AS-182, AS-188). */
const headers = { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'private' };

function findResource(
  path: string,
): { resource: Resource; ids: Record<string, string> } | undefined {
  for (const resource of resources) {
    const match = resource.pattern.exec(path);
    if (match) return { resource, ids: { ...match.groups } };
  }
  return undefined;
}

/** `~` and the caller's own ids mean the same; nobody else's are served. */
function isOwn(ids: Record<string, string>, user: UserRecord): boolean {
  const { account = '~', extension = '~' } = ids;
  return (
    (account === '~' || account === String(user.accountId)) &&
    (extension === '~' || extension === String(user.extensionId))
  );
}

/**
 * The API behind the tokens: everything under `/restapi` that is not OAuth. The
 * token is checked before the method, so a caller without one learns nothing.
 */
export async function api(incoming: Incoming, services: Services): Promise<PlainResponse> {
  const refuse = async (fault: Fault) =>
    apiErrorResponse(fault, incoming, await services.policyFor(incoming.trace.clientId));
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
  if (!found) return refuse({ code: 'AGW-404', rule: 'AS-013' });
  const caller = await findCaller(incoming, services, found.resource.scope);
  if (caller.kind === 'refused') return refuse(caller.fault);
  if (!reads) return refuseMethod();
  if (!isOwn(found.ids, caller.user)) return refuse({ code: 'CMN-102', rule: 'AS-186' });
  const { origin, now } = incoming;
  const body = found.resource.read({ user: caller.user, origin, now });
  return respond(incoming, 200, JSON.stringify(body), headers);
}
