import { withMethod } from '../changes.ts';
import { sources } from '../sources.ts';
import type { Rule } from './rule.ts';

export const threeLeggedNotChosen: Rule = {
  id: 'M5',
  words:
    'The authorization code flow needs the method “3-legged OAuth flow”; this app does not have it.',
  source: [sources.createAppNewPortal, sources.registerApp],
  basis: 'stated',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    (flow === 'auth-code' || flow === 'auth-code-pkce') &&
    settings.portal === 'current' &&
    settings.methods?.includes('three-legged') !== true
      ? 'refused'
      : undefined,
  smallestChange: (settings) => ({
    change: 'Choose “3-legged OAuth flow” and where the code runs.',
    how: 'edit',
    settings: withMethod(settings, 'three-legged'),
  }),
  predictedError: 'OAU-112',
};
