import { withPlatform } from '../changes.ts';
import { sources } from '../sources.ts';
import type { Rule } from './rule.ts';

export const implicitBrowserOnly: Rule = {
  id: 'M3',
  words:
    'Of the classic platform types, implicit belongs to Browser-based; this type does not have it.',
  source: [sources.createApp2021, sources.implicitRemoved],
  basis: 'stated',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    flow === 'implicit' &&
    settings.portal === 'classic' &&
    (settings.platformType === 'ServerWeb' || settings.platformType === 'ServerBot')
      ? 'refused'
      : undefined,
  smallestChange: (settings) => ({
    change: 'Give the app the platform type Browser-based.',
    how: 'new app',
    settings: withPlatform(settings, 'BrowserBased'),
  }),
  predictedError: 'OAU-112',
};
