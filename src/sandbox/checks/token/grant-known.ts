import type { ClientCheck } from '../client-request.ts';
import { inForce } from '../../policy.ts';
import { flowsOfGrant } from './grant-allowed.ts';

/**
 * AS-097 and AS-140: the server has this grant, and the policy has not turned
 * it off. RingCentral answers the retired password grant with OAU-251; in OAuth
 * 2.1 there is no such grant.
 */
export const grantKnown: ClientCheck = ({ parameters, policy }) => {
  const grantType = parameters.get('grant_type') ?? '';
  if (grantType === 'password' && !inForce(policy).password) {
    const retired = policy.errorShape === 'ringcentral' && policy.profile === 'oauth20';
    return retired
      ? { code: 'OAU-251', rule: 'AS-140' }
      : { code: 'OAU-250', rule: 'AS-140', error: 'unsupported_grant_type' };
  }
  return flowsOfGrant.has(grantType) ? undefined : { code: 'OAU-250', rule: 'AS-097' };
};
