import { sources } from '../sources.ts';
import type { Rule } from './rule.ts';

export const noRefresh: Rule = {
  id: 'X7',
  words:
    'The refresh token flow is not available for this app. Use the authorization code or the password flow again to obtain a new token.',
  source: [sources.overview2021],
  basis: 'stated',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    flow === 'refresh-token' &&
    settings.portal === 'classic' &&
    settings.issueRefreshTokens === false
      ? 'refused'
      : undefined,
  // In the classic portal the platform type brought it; no page says how to switch it on afterwards.
  smallestChange: (settings) => ({
    change: 'Give the app the refresh token flow.',
    how: 'not known',
    settings: { ...settings, issueRefreshTokens: true },
  }),
  sandboxError: 'OAU-251',
};
