import { asCurrent } from '../changes.ts';
import { sources } from '../sources.ts';
import type { Rule } from './rule.ts';

export const jwtIsNewer: Rule = {
  id: 'X26',
  words:
    'The classic portal had no JWT flow. Open your app: if it shows an Auth section with “JWT auth flow”, choose it; if not, create a new app.',
  source: [sources.faq, sources.passwordCommunity],
  basis: 'inferred',
  checked: '2026-11-23',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    flow === 'jwt' && settings.portal === 'classic' ? 'refused' : undefined,
  smallestChange: (settings) => ({
    change: 'Choose “JWT auth flow” in the app’s Auth section, or in a new app if it has none.',
    how: 'not known',
    settings: asCurrent(settings, 'jwt'),
  }),
  predictedError: 'OAU-251',
};
