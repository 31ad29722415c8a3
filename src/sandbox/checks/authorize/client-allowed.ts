import { availability } from '#app-settings/availability.ts';
import type { AuthorizeCheck } from './request.ts';

/**
 * AS-047: the rule book says which flows the app's settings give it. The code
 * flow with and without PKCE is one response type, so either of the two is enough.
 */
export const clientAllowed: AuthorizeCheck = ({ app, responseType }) => {
  if (!app) throw new Error('client-allowed runs after client-id');
  const flows = availability(app);
  const allowed =
    responseType === 'token'
      ? flows.implicit.bySettings !== 'refused'
      : flows['auth-code'].bySettings !== 'refused' ||
        flows['auth-code-pkce'].bySettings !== 'refused';
  if (allowed) return undefined;
  const grant = responseType === 'token' ? 'IMPLICIT' : 'AUTHORIZATION_CODE';
  return {
    code: 'OAU-112',
    rule: responseType === 'token' ? 'AS-086' : 'AS-047',
    message: `The client is unauthorized for the required grant type: [${grant}]`,
    parameters: [{ parameterName: 'response_type', parameterValue: responseType ?? '' }],
  };
};
