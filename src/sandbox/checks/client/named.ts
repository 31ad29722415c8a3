import type { ClientCheck } from '../client-request.ts';

/** AS-105 and AS-108: the request names one client, in the header, in the body, or the same in both. */
export const named: ClientCheck = (request) => {
  const inBody = request.parameters.get('client_id');
  const inHeader = request.basic[0]?.id;
  if (inHeader === undefined && inBody === undefined) {
    return { code: 'OAU-123', rule: 'AS-105' };
  }
  if (inHeader !== undefined && inBody !== undefined) {
    if (!request.basic.some(({ id }) => id === inBody)) {
      return {
        code: 'SANDBOX-CLIENT-2',
        rule: 'AS-108',
        parameters: [{ parameterName: 'client_id', parameterValue: inBody.slice(0, 200) }],
        challenge: 'Basic',
      };
    }
    request.clientId = inBody;
  } else request.clientId = inBody ?? inHeader ?? '';
  return undefined;
};
