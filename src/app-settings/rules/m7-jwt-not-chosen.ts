import { withMethod } from '../changes.ts';
import { sources } from '../sources.ts';
import type { Rule } from './rule.ts';

export const jwtNotChosen: Rule = {
  id: 'M7',
  words: 'The JWT flow needs the method “JWT auth flow”; this app does not have it.',
  source: [sources.jwtConfigure],
  basis: 'stated',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    flow === 'jwt' && settings.portal === 'current' && settings.methods?.includes('jwt') !== true
      ? 'refused'
      : undefined,
  smallestChange: (settings) => ({
    change: 'Choose “JWT auth flow”.',
    how: 'edit',
    settings: withMethod(settings, 'jwt'),
  }),
  predictedError: 'OAU-251',
};
