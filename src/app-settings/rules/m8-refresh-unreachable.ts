import { refreshableFlows } from '../flow-kinds.ts';
import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const refreshUnreachable: Rule = {
  id: 'M8',
  words:
    'No flow of this app returns a refresh token, so there is nothing to refresh. The implicit flow never returns one.',
  source: [sources.createApp2021, sources.implicitRemoved],
  basis: 'inferred',
  part: 'settings',
  applies: (_settings, _facts, flow, others) =>
    flow === 'refresh-token' && refreshableFlows.every((each) => others(each) === 'refused')
      ? 'warning'
      : undefined,
  smallestChange: noChange,
};
