import { demoAccountId } from '../../demo/users.ts';
import type { AssertionCheck } from './check.ts';

/**
 * AS-163: the credential may be used by this app: it lists the app, or it lists none
 * and the app is of the user's own company (X17, X18).
 */
export const forThisApp: AssertionCheck = ({ credential, user }, { app }) => {
  const listed = credential?.clientIds;
  const allowed = listed ? listed.includes(app.clientId) : user?.accountId === demoAccountId;
  if (allowed) return undefined;
  return {
    code: 'OAU-473',
    rule: listed ? 'X17' : 'X18',
    message: `The client [${app.clientId}] is not allowed to use this personal API Key`,
    parameters: [{ parameterName: 'client_id', parameterValue: app.clientId.slice(0, 200) }],
  };
};
