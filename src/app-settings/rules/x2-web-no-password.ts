import { withPlatform, withoutThreeLegged } from '../changes.ts';
import { sources } from '../sources.ts';
import type { Rule } from './rule.ts';

export const webNoPassword: Rule = {
  id: 'X2',
  words:
    'Private apps with the platform type Browser-Based or Server/Web may not use the password flow.',
  source: [sources.overview2021, sources.oauth2019, sources.createApp2021],
  basis: 'stated',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    flow === 'password' &&
    (settings.platformType === 'BrowserBased' || settings.platformType === 'ServerWeb')
      ? 'refused'
      : undefined,
  smallestChange: (settings) =>
    settings.portal === 'classic'
      ? {
          change: 'Give the app the platform type Server-only (No UI).',
          how: 'new app',
          settings: withPlatform(settings, 'ServerOther'),
        }
      : {
          change: 'Give the app no three-legged OAuth, so that it has no platform type.',
          how: 'not known',
          settings: withoutThreeLegged(settings),
        },
  predictedError: 'OAU-251',
};
