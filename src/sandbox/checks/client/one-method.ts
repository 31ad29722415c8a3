import type { ClientCheck } from '../client-request.ts';

/** AS-107: one way of authenticating in a request, even if both are right. */
export const oneMethod: ClientCheck = ({ basic, parameters }) => {
  const ways =
    (basic.length > 0 ? 1 : 0) +
    (parameters.has('client_secret') ? 1 : 0) +
    (parameters.has('client_assertion') ? 1 : 0);
  if (ways < 2) return undefined;
  return {
    code: 'SANDBOX-CLIENT-1',
    rule: 'AS-107',
    ...(basic.length > 0 && { challenge: 'Basic' as const }),
  };
};
