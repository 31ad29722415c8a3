import { withMethod } from '../changes.ts';
import { sources } from '../sources.ts';
import type { Rule } from './rule.ts';

export const passwordNotChosen: Rule = {
  id: 'M6',
  words:
    'The password flow needs the method “Password-based auth flow”; this app does not have it.',
  source: [sources.createAppNewPortal, sources.grantTypeQuestion],
  basis: 'stated',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    flow === 'password' &&
    settings.portal === 'current' &&
    settings.methods?.includes('password') !== true
      ? 'refused'
      : undefined,
  // The portal documents the choice as gone since 2025, so how it could be made today is open.
  smallestChange: (settings) => ({
    change: 'Choose “Password-based auth flow”, if the portal still shows it.',
    how: 'not known',
    settings: withMethod(settings, 'password'),
  }),
  predictedError: 'OAU-251',
};
