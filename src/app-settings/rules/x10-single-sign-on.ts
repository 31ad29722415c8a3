import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const singleSignOn: Rule = {
  id: 'X10',
  words: 'The password flow does not work in an account that enforces single sign-on.',
  source: [sources.passwordPage, sources.jwtOrPassword],
  basis: 'stated',
  part: 'settings',
  applies: (_settings, facts, flow) =>
    flow === 'password' && facts.ssoEnforced === true ? 'refused' : undefined,
  smallestChange: noChange,
  sandboxError: 'SANDBOX-USER-3',
};
