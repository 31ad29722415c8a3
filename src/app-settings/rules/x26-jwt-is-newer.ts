import { asJwtApp } from '../changes.ts';
import { sources } from '../sources.ts';
import type { Rule } from './rule.ts';

export const jwtIsNewer: Rule = {
  id: 'X26',
  words:
    'The classic portal had no JWT flow. RingCentral tells apps of the password flow to edit their settings; whether that covers apps from before August 2021 is not known.',
  source: [sources.passwordCommunity, sources.editApp],
  basis: 'inferred',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    flow === 'jwt' && settings.portal === 'classic' ? 'refused' : undefined,
  smallestChange: (settings) => ({
    change:
      'Edit the app and choose “JWT auth flow” in its Auth section. If it shows none, create a new app.',
    how: 'edit',
    settings: asJwtApp(settings),
  }),
  predictedError: 'OAU-251',
};
