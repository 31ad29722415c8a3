import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const passwordEnded: Rule = {
  id: 'X12',
  words: 'RingCentral ended the password flow for every app on 31 March 2024.',
  source: [sources.passwordEndOfLife, sources.passwordCommunity, sources.passwordPage],
  basis: 'stated',
  part: 'today',
  applies: (_settings, _facts, flow) => (flow === 'password' ? 'refused' : undefined),
  smallestChange: noChange,
  predictedError: 'OAU-251',
};
