import type { AppSettings, ClientType } from '#app-settings/app.ts';
import type { FlowName } from '#flows/ids.ts';

/** What the calls of the flows need. */
export const sharedScopes = ['ReadAccounts', 'ReadCallLog'];

const shared: Pick<
  AppSettings,
  'name' | 'portal' | 'audience' | 'issueRefreshTokens' | 'redirectUris' | 'scopes'
> = {
  name: 'Proof',
  portal: 'current',
  audience: 'private',
  issueRefreshTokens: true,
  redirectUris: [],
  scopes: sharedScopes,
};

/** An app that has a flow, where nothing is known of the reader's own. */
export function anyApp(flow: FlowName, type: ClientType | undefined): AppSettings {
  if (flow === 'password') return { ...shared, portal: 'classic', platformType: 'ServerOther' };
  if (type !== 'public' && flow !== 'auth-code-pkce' && flow !== 'auth-code') {
    return { ...shared, methods: ['jwt'] };
  }
  const isPublic = type === undefined ? flow === 'auth-code-pkce' : type === 'public';
  const platformType = isPublic ? 'BrowserBased' : 'ServerWeb';
  return { ...shared, platformType, methods: ['three-legged'] };
}
