import { userFlows } from '../flow-kinds.ts';
import { sources } from '../sources.ts';
import { noChange, type Rule } from './rule.ts';

export const thirdPartyAppsAccess: Rule = {
  id: 'X23',
  words:
    'The user’s role needs the Third Party Apps Access permission; without it no login through an app succeeds.',
  source: [sources.permissionIssue],
  basis: 'observed',
  part: 'settings',
  applies: (_settings, facts, flow) =>
    userFlows.has(flow) && facts.thirdPartyAppsAccess === false ? 'refused' : undefined,
  smallestChange: noChange,
  predictedError: 'CMN-408',
};
