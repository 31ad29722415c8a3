import type { FlowId } from '#app-settings/app.ts';
import type { ClientCheck } from '../client-request.ts';
import { flowsOf } from '../flows-of.ts';

/** The flows that end in each grant; one that the settings give is enough. */
export const flowsOfGrant: ReadonlyMap<string, readonly FlowId[]> = new Map([
  ['authorization_code', ['auth-code', 'auth-code-pkce']],
  ['refresh_token', ['refresh-token']],
  ['password', ['password']],
  ['client_credentials', ['client-credentials']],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', ['jwt']],
]);

/**
 * AS-098: the rule book says which grants the app's settings give it. RingCentral has one code for all that
 * it does not; those that the book predicts for a code are the authorization endpoint's.
 */
export const grantAllowed: ClientCheck = ({ app, parameters }) => {
  if (!app) throw new Error('grant-allowed runs after known');
  const flows = flowsOfGrant.get(parameters.get('grant_type') ?? '');
  const refused = flows?.every((flow) => flowsOf(app)[flow].bySettings === 'refused');
  return refused ? { code: 'OAU-251', rule: 'AS-098' } : undefined;
};
