import type { FlowId } from '#app-settings/app.ts';
import { flowsOf } from '../flows-of.ts';
import type { AuthorizeCheck, AuthorizeRequest } from './request.ts';

/** A challenge makes the difference between the two code flows, and the rule book may too. */
function flowOf({ responseType, parameters }: AuthorizeRequest): FlowId {
  if (responseType === 'token') return 'implicit';
  return parameters.has('code_challenge') ? 'auth-code-pkce' : 'auth-code';
}

/** AS-047 and AS-086: the rule book says which flows the app's settings give it. */
export const clientAllowed: AuthorizeCheck = (request) => {
  const { app, responseType } = request;
  if (!app) throw new Error('client-allowed runs after client-id');
  if (flowsOf(app)[flowOf(request)].bySettings !== 'refused') return undefined;
  const grant = responseType === 'token' ? 'IMPLICIT' : 'AUTHORIZATION_CODE';
  return {
    code: 'OAU-112',
    rule: responseType === 'token' ? 'AS-086' : 'AS-047',
    message: `The client is unauthorized for the required grant type: [${grant}]`,
  };
};
