import type { ClientCheck } from '../client-request.ts';

/** AS-096: a token request says which grant it is. */
export const grantTypePresent: ClientCheck = ({ parameters }) =>
  parameters.has('grant_type')
    ? undefined
    : { code: 'OAU-250', rule: 'AS-096', error: 'invalid_request' };
