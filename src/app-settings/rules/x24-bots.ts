import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const bots: Rule = {
  id: 'X24',
  words:
    'Bots have a separate installation, which this rule book does not cover; what else a bot’s settings allow is not known.',
  source: [sources.registerApp],
  basis: 'inferred',
  part: 'settings',
  applies: (settings, _facts, flow) =>
    settings.platformType === 'ServerBot' &&
    (flow === 'auth-code' || flow === 'auth-code-pkce' || flow === 'password')
      ? 'warning'
      : undefined,
  smallestChange: noChange,
};
