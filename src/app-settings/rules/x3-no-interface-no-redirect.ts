import { withPlatform } from '../changes.ts';
import { redirectFlows } from '../flow-kinds.ts';
import { sources } from '../sources.ts';
import type { Rule } from './rule.ts';

export const noInterfaceNoRedirect: Rule = {
  id: 'X3',
  words:
    'Apps with no user interface may not use the authorization code flow, and so neither PKCE nor implicit: nobody is there to sign in.',
  source: [sources.overview2021, sources.oauth2019, sources.createApp2021],
  basis: 'stated',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    redirectFlows.has(flow) && settings.platformType === 'ServerOther' ? 'refused' : undefined,
  smallestChange: (settings, flow) =>
    flow === 'implicit'
      ? {
          change: 'Give the app the platform type Browser-based.',
          how: 'new app',
          settings: withPlatform(settings, 'BrowserBased'),
        }
      : {
          change: 'Give the app the platform type Server/Web.',
          how: 'new app',
          settings: withPlatform(settings, 'ServerWeb'),
        },
  predictedError: 'OAU-112',
};
