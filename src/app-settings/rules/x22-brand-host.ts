import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const brandHost: Rule = {
  id: 'X22',
  words:
    'Users of AT&T Office@Hand and Verizon have a separate environment: send every request to platform.ringcentral.biz.',
  source: [sources.segregated],
  basis: 'stated',
  part: 'settings',
  applies: (_settings, facts) =>
    facts.brandEnvironment === 'att' || facts.brandEnvironment === 'verizon'
      ? 'warning'
      : undefined,
  smallestChange: noChange,
};
