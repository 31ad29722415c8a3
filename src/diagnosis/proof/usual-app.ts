import { anyApp, sharedScopes } from './any-app.ts';
import { type AppSettings, type ClientType, type FlowId, clientType } from '#app-settings/app.ts';
import { availability } from '#app-settings/availability.ts';
import type { FlowName } from '#flows/ids.ts';

/** The flow of the rule book that brings a flow its tokens. */
export function ruledFlow(flow: FlowName, { methods, platformType }: AppSettings): FlowId {
  if (flow !== 'call-the-api' && flow !== 'refresh-token' && flow !== 'revocation') return flow;
  if (methods?.includes('jwt')) return 'jwt';
  return platformType === 'ServerOther' ? 'password' : 'auth-code-pkce';
}

/**
 * The app that a proof makes: with the reader's own settings where they allow the flow, else one
 * that has it.
 *
 * @param type what the mistake needs; left out, either does
 */
export function appFor(
  flow: FlowName,
  type: ClientType | undefined,
  settings: AppSettings | undefined,
): AppSettings {
  const fits =
    settings !== undefined &&
    (type === undefined || clientType(settings) === type) &&
    availability(settings)[ruledFlow(flow, settings)].bySettings !== 'refused' &&
    (flow !== 'refresh-token' || settings.issueRefreshTokens === true);
  return fits ? { ...settings, scopes: withScopes(settings.scopes) } : anyApp(flow, type);
}

/** What the calls of the flows need beside the reader's own scopes. */
const withScopes = (scopes: readonly string[]): string[] => [
  ...new Set([...scopes, ...sharedScopes]),
];
