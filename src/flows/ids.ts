import * as z from 'zod/mini';

/** Every flow that the playground runs, in the order of its selector. */
export const flowNames = [
  'auth-code-pkce',
  'auth-code',
  'jwt',
  'call-the-api',
  'refresh-token',
  'revocation',
  'implicit',
  'password',
] as const;

export const flowNameSchema = z.enum(flowNames);

/** A flow of the playground; `#app-settings` names the seven that settings allow or refuse. */
export type FlowName = z.infer<typeof flowNameSchema>;

/** What a reader calls each, here alone: the definitions take their titles from it. */
export const flowTitles: Record<FlowName, string> = {
  'auth-code-pkce': 'Authorization code with PKCE',
  'auth-code': 'Authorization code',
  jwt: 'JWT',
  'call-the-api': 'Call the API',
  'refresh-token': 'Refresh token',
  revocation: 'Revocation',
  implicit: 'Implicit',
  password: 'Password',
};

/** Gone from RingCentral; they run in the sandbox, so that they can be read and left. */
export const retiredFlows: ReadonlySet<FlowName> = new Set(['implicit', 'password']);
