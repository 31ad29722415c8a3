import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const implicitNotOffered: Rule = {
  id: 'M2',
  words: 'The current portal offers no method that allows implicit.',
  source: [sources.implicitRemoved, sources.registerApp, sources.liveProbe],
  basis: 'stated',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    flow === 'implicit' && settings.portal === 'current' ? 'refused' : undefined,
  smallestChange: noChange,
  predictedError: 'OAU-112',
};
