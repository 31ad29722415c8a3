import { inForce } from '../../policy.ts';
import type { AuthorizeCheck } from './request.ts';

/** AS-044 to AS-046, AS-086, AS-087: `code`, or `token` where the policy still has implicit. */
export const responseType: AuthorizeCheck = (request) => {
  const { policy } = request;
  const sent = request.parameters.get('response_type');
  if (sent === undefined) return { code: 'SANDBOX-AUTHORIZE-1', rule: 'AS-044' };
  if (sent !== 'code' && sent !== 'token') {
    return { code: 'SANDBOX-AUTHORIZE-2', rule: 'AS-045' };
  }
  if (sent === 'token' && !inForce(policy).implicit) {
    return {
      code: 'SANDBOX-AUTHORIZE-2',
      rule: policy.profile === 'oauth21' ? 'AS-087' : 'AS-086',
      message: 'The response_type token is not supported: implicit is off on this server',
    };
  }
  request.responseType = sent;
  return undefined;
};
