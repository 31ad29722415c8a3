import type { AppSettings } from '#app-settings/app.ts';
import type { FlowName } from '#flows/ids.ts';
import { anyApp } from '../proof/any-app.ts';
import type { Condition } from './conditions.ts';

const plain: AppSettings = {
  name: 'Comparison',
  portal: 'current',
  audience: 'private',
  issueRefreshTokens: false,
  redirectUris: [],
  scopes: ['ReadAccounts', 'ReadCallLog'],
};

/** An app of the sandbox that stands for the reader's: by its settings where they are known. */
export function appLike(
  flow: FlowName,
  hasSecret: boolean,
  settings: AppSettings | undefined,
  condition: Condition | undefined,
): AppSettings {
  if (settings) return settings;
  const usual = anyApp(flow, hasSecret ? 'confidential' : 'public');
  switch (condition?.app) {
    case 'grant':
      return flow === 'auth-code' || flow === 'auth-code-pkce' || flow === 'implicit'
        ? { ...plain, methods: ['jwt'] }
        : {
            ...plain,
            methods: ['three-legged'],
            platformType: hasSecret ? 'ServerWeb' : 'BrowserBased',
          };
    case 'redirect URI':
      return { ...plain, methods: ['jwt'] };
    case 'scope':
      return { ...usual, scopes: [] };
    default:
      return usual;
  }
}
