import { mobileAndDesktop } from '../flow-kinds.ts';
import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const implicitSourcesDisagree: Rule = {
  id: 'M4',
  words:
    'Sources disagree: the overview of 2021 calls implicit “common for mobile and desktop apps”; the portal’s own table of the same year grants it to browser apps only.',
  source: [sources.overview2021, sources.createApp2021],
  basis: 'stated',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    flow === 'implicit' &&
    settings.portal === 'classic' &&
    mobileAndDesktop.has(settings.platformType)
      ? 'warning'
      : undefined,
  smallestChange: noChange,
};
