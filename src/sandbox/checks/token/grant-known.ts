import type { ClientCheck } from '../../client-request.ts';
import { inForce } from '../../policy.ts';
import { flowsOfGrant } from './grant-allowed.ts';

/**
 * AS-097 and AS-140: the server has this grant, and the policy has not turned
 * it off. RingCentral answers the retired password grant with OAU-251.
 */
export const grantKnown: ClientCheck = ({ parameters, policy }) => {
  const grantType = parameters.get('grant_type') ?? '';
  const named = [{ parameterName: 'grant_type', parameterValue: grantType.slice(0, 200) }];
  const off = grantType === 'password' && !inForce(policy).password;
  if (off && policy.errorShape === 'ringcentral') {
    return { code: 'OAU-251', rule: 'AS-140', parameters: named };
  }
  if (off || !flowsOfGrant.has(grantType)) {
    return { code: 'OAU-250', rule: off ? 'AS-140' : 'AS-097', parameters: named };
  }
  return undefined;
};
