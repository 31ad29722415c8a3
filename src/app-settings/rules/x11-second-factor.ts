import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const secondFactor: Rule = {
  id: 'X11',
  words: 'The password flow is refused where multi-factor authentication is required.',
  source: [sources.errors],
  basis: 'stated',
  part: 'settings',
  applies: (_settings, facts, flow) =>
    flow === 'password' && facts.mfaRequired === true ? 'refused' : undefined,
  smallestChange: noChange,
  predictedError: 'OAU-168',
};
