import { sources } from '../sources.ts';
import { onceFixed, type Rule } from './rule.ts';

export const publicNoPassword: Rule = {
  id: 'X1',
  words: 'Public apps may not use the password flow.',
  source: [sources.overview2021, sources.oauth2019, sources.jwtOrPassword, sources.faq],
  basis: 'stated',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    flow === 'password' && settings.audience === 'public' ? 'refused' : undefined,
  smallestChange: (settings) => ({
    change: 'Make the app private.',
    how: onceFixed(settings),
    settings: { ...settings, audience: 'private' },
  }),
  predictedError: 'OAU-251',
};
