import { sources } from '../sources.ts';
import type { Rule } from './rule.ts';

export const refreshSwitchedOff: Rule = {
  id: 'X8',
  words:
    'RingCentral issues refresh tokens only if “Issue refresh tokens” is on, and it is off until somebody turns it on. Without it, run the original flow again to obtain a new token.',
  source: [sources.refreshTokens, sources.overview2021],
  basis: 'stated',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    flow === 'refresh-token' &&
    settings.portal === 'current' &&
    settings.issueRefreshTokens !== true
      ? 'refused'
      : undefined,
  smallestChange: (settings) => ({
    change: 'Set “Issue refresh tokens” to Yes.',
    how: 'edit',
    settings: { ...settings, issueRefreshTokens: true },
  }),
  sandboxError: 'OAU-251',
};
