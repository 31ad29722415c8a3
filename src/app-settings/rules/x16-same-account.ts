import { userFlows } from '../flow-kinds.ts';
import { sources } from '../sources.ts';
import { onceFixed, type Rule } from './rule.ts';

export const sameAccount: Rule = {
  id: 'X16',
  words:
    'A private app accepts only users of the RingCentral account that made it; a public app accepts users of any account.',
  source: [sources.registerApp],
  basis: 'stated',
  part: 'settings',
  applies: (settings, facts, flow) =>
    userFlows.has(flow) && settings.audience === 'private' && facts.otherCompanies === true
      ? 'refused'
      : undefined,
  smallestChange: (settings) => ({
    change: 'Make the app public.',
    how: onceFixed(settings),
    settings: { ...settings, audience: 'public' },
  }),
  sandboxError: 'SANDBOX-USER-1',
};
