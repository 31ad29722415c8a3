import type { Fault } from '#protocol/errors/fault.ts';
import { sameSecret } from '#protocol/constant-time.ts';
import type { ClientCheck, ClientRequest } from '../client-request.ts';
import { attempt, tooMany } from '../failure-limit.ts';

/** Compared with when there is no app, so that an unknown id takes as long as a wrong secret. */
const nobodysSecret = 'no-app-has-this-secret-no-app-has-this-secret';

async function findApp(request: ClientRequest): Promise<void> {
  const { incoming, services, basic, clientId = '' } = request;
  let id = clientId;
  let app = await services.store.apps.get(id);
  for (const pair of basic) {
    if (app) break;
    if (pair.id === id) continue;
    id = pair.id;
    app = await services.store.apps.get(id);
  }
  if (!app) return;
  request.app = app;
  request.clientId = id;
  request.policy = await services.policyFor(id);
  incoming.trace.isApp = true;
}

/**
 * AS-114: under `rfc` an unknown client and a wrong secret get one answer.
 * RingCentral tells them apart, and names the id: OAU-153.
 */
export const known: ClientCheck = async (request) => {
  await findApp(request);
  request.incoming.trace.clientId = request.clientId ?? '';
  if (request.app) return undefined;
  const { basic, clientId = '', parameters, policy, incoming, services } = request;
  const secret = basic[0]?.secret ?? parameters.get('client_secret');
  const challenge = basic.length > 0 ? { challenge: 'Basic' as const } : {};
  if (policy.errorShape === 'rfc') {
    sameSecret(secret ?? '', nobodysSecret);
    const nobody = { kind: 'client', name: clientId, isKnown: false } as const;
    const outcome = await attempt(nobody, false, policy.failureLimit, incoming, services);
    if (outcome.kind === 'limited') return tooMany('AS-012', outcome.retryAfterSeconds, incoming);
    const fault: Fault = { code: 'OAU-146', rule: 'AS-114', ...challenge };
    return fault;
  }
  const shown = clientId.slice(0, 200);
  return {
    code: 'OAU-153',
    rule: 'AS-114',
    message: `Invalid client application: [${shown}]`,
    parameters: [{ parameterName: 'client_id', parameterValue: shown }],
    ...challenge,
  };
};
