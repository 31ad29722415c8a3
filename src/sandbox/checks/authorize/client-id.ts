import type { AuthorizeCheck } from './request.ts';

/** AS-026, AS-027, AS-030: the app must be named once and be known; the policy is then its own. */
export const clientId: AuthorizeCheck = async (request, { incoming, services }) => {
  if (request.repeated.has('client_id')) {
    return { code: 'OAU-111', rule: 'AS-030', parameters: [{ parameterName: 'client_id' }] };
  }
  const sent = request.parameters.get('client_id') ?? '';
  const app = sent === '' ? undefined : await services.store.apps.get(sent);
  if (!app) {
    return {
      code: 'OAU-153',
      rule: sent === '' ? 'AS-026' : 'AS-027',
      message: `Invalid client application: [${sent}]`,
      status: 400,
      parameters: [{ parameterName: 'client_id', parameterValue: sent }],
    };
  }
  request.app = app;
  request.policy = await services.policyFor(app.clientId);
  incoming.trace.clientId = app.clientId;
  incoming.trace.isApp = true;
  return undefined;
};
