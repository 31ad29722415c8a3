import type { ClientCheck } from '../client-request.ts';

/** AS-116: authentication by assertion is optional, and the metadata does not offer it. */
export const noAssertion: ClientCheck = ({ parameters }) =>
  parameters.has('client_assertion') ? { code: 'SANDBOX-CLIENT-4', rule: 'AS-116' } : undefined;
