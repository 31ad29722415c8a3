import { availability, type RuleId } from '../availability.ts';
import { ruleOf } from '../rules/index.ts';
import type { FlowOutcome, Reason } from './outcome.ts';
import type { Recommendation } from './recommend.ts';

function asReason(id: RuleId): Reason {
  const { words, source } = ruleOf(id);
  return { words, ...(source[0] && { source: source[0] }) };
}

/**
 * What to see to beside the settings: what the rule book warns of for this app and these accounts,
 * the permission that every user needs (X23), and the outcome's own notes.
 */
export function mind(outcome: FlowOutcome, { apps: [app], facts }: Recommendation): Reason[] {
  const warned = availability(app, facts)[outcome.flow].reasons;
  return [...warned.map(asReason), ...outcome.notes, asReason('X23')];
}
