import { exampleRedirectUri } from '../changes.ts';
import { redirectFlows } from '../flow-kinds.ts';
import { sources } from '../sources.ts';
import type { Rule } from './rule.ts';

export const redirectUriNeeded: Rule = {
  id: 'X21',
  words: 'A flow that comes back by a redirect needs a registered redirect URI; this app has none.',
  source: [sources.redirectCommunity],
  basis: 'stated',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    redirectFlows.has(flow) && settings.redirectUris.length === 0 ? 'refused' : undefined,
  smallestChange: (settings) => ({
    change: 'Add a redirect URI.',
    how: 'edit',
    settings: { ...settings, redirectUris: [exampleRedirectUri] },
  }),
  predictedError: 'OAU-113',
};
