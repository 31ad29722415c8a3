import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const partnersOnly: Rule = {
  id: 'X20',
  words: 'Client credentials are only for trusted RingCentral partners.',
  source: [sources.clientCredentials, sources.liveProbe],
  basis: 'stated',
  part: 'settings',
  applies: (_settings, _facts, flow) => (flow === 'client-credentials' ? 'refused' : undefined),
  smallestChange: noChange,
  predictedError: 'OAU-251',
};
