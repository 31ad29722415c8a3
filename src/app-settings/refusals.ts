import type { AppSettings, FlowId } from './app.ts';
import { availability } from './availability.ts';
import type { AccountFacts } from './facts.ts';
import { rules } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';

/** The rules that refuse a flow, the two parts of a verdict apart. */
export interface Refusals {
  bySettings: Rule[];
  /** Those that hold for every app, whatever its settings are. */
  today: Rule[];
}

/**
 * Which rules refuse a flow to an app, in the order of the rule book.
 *
 * @param facts What is true of the account and its user; nothing said means the ordinary case.
 */
export function refusals(settings: AppSettings, flow: FlowId, facts: AccountFacts = {}): Refusals {
  const verdicts = availability(settings, facts);
  const refusing = (part: Rule['part'], verdict: 'bySettings' | 'today'): Rule[] =>
    rules.filter(
      (rule) =>
        rule.part === part &&
        rule.applies(settings, facts, flow, (other) => verdicts[other][verdict]) === 'refused',
    );
  return { bySettings: refusing('settings', 'bySettings'), today: refusing('today', 'today') };
}
