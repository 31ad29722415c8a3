import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const implicitGone: Rule = {
  id: 'M1',
  words:
    'Implicit has been gone from RingCentral’s guide since December 2022, and its API description has no response type “token” since January 2025.',
  source: [sources.implicitRemoved, sources.openApi],
  basis: 'stated',
  part: 'today',
  applies: (_settings, _facts, flow) => (flow === 'implicit' ? 'refused' : undefined),
  smallestChange: noChange,
  predictedError: 'OAU-112',
};
