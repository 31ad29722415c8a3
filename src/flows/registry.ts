import type { FlowDefinition } from './flow.ts';
import type { FlowName } from './ids.ts';

/** Each flow is loaded when it is asked for: a page carries the one that it shows. */
const loaders: Record<FlowName, () => Promise<FlowDefinition>> = {
  'auth-code-pkce': async () => (await import('./auth-code-pkce.ts')).authCodePkce,
  'auth-code': async () => (await import('./auth-code.ts')).authCode,
  jwt: async () => (await import('./jwt.ts')).jwt,
  'call-the-api': async () => (await import('./call-the-api.ts')).callTheApi,
  'refresh-token': async () => (await import('./refresh-token.ts')).refreshTokenFlow,
  revocation: async () => (await import('./revocation.ts')).revocation,
  implicit: async () => (await import('./implicit.ts')).implicit,
  password: async () => (await import('./password.ts')).password,
};

/** The definition of a flow. */
export function loadFlow(id: FlowName): Promise<FlowDefinition> {
  return loaders[id]();
}
