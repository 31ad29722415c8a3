import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const jwtNamesTheApp: Rule = {
  id: 'X18',
  words:
    'A JWT credential made in another company has to list your app’s client id: “all apps of my organization” does not cover it.',
  source: [sources.jwtPublicApps],
  basis: 'stated',
  part: 'settings',
  applies: (settings, facts, flow) =>
    flow === 'jwt' && settings.audience === 'public' && facts.otherCompanies === true
      ? 'warning'
      : undefined,
  smallestChange: noChange,
};
