import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const secondFactor: Rule = {
  id: 'X11',
  words: 'RingCentral refuses the password flow if it requires multi-factor authentication.',
  source: [sources.errors],
  basis: 'stated',
  part: 'settings',
  applies: (_settings, facts, flow) =>
    flow === 'password' && facts.mfaRequired === true ? 'refused' : undefined,
  smallestChange: noChange,
  predictedError: 'OAU-168',
};
