import type { AppSettings, FlowId } from './app.ts';
import { availability } from './availability.ts';
import type { AccountFacts } from './facts.ts';
import { ruleOf } from './rules/index.ts';
import type { ChangeHow, SettingsChange } from './rules/rule.ts';

export interface Change {
  /** One instruction a rule, in the order in which to follow them. */
  changes: string[];
  /** The hardest of the steps: one of them may ask for a new app. */
  how: ChangeHow;
  /** The settings afterwards, under which the flow is no longer refused. */
  settings: AppSettings;
}

const hardness: Record<ChangeHow, number> = { edit: 0, 'new app': 1, 'not known': 2 };

/** A change may bring another rule into play; more steps than this would mean that two rules contradict. */
const mostSteps = 6;

/**
 * The fewest changes of settings that turn a refusal.
 *
 * @returns The changes, or undefined where the flow is not refused or no setting turns it.
 */
export function smallestChange(
  settings: AppSettings,
  flow: FlowId,
  facts: AccountFacts = {},
): Change | undefined {
  const changes: string[] = [];
  let how: ChangeHow = 'edit';
  let current = settings;
  for (let step = 0; step <= mostSteps; step += 1) {
    const { bySettings, reasons } = availability(current, facts)[flow];
    if (bySettings !== 'refused') {
      return changes.length > 0 ? { changes, how, settings: current } : undefined;
    }
    const next = nextChange(current, facts, flow, reasons.map(ruleOf));
    if (!next) return undefined;
    changes.push(next.change);
    if (hardness[next.how] > hardness[how]) how = next.how;
    current = next.settings;
  }
  return undefined;
}

/** The first refusing rule's change; none as soon as one of them has none, for then nothing helps. */
function nextChange(
  settings: AppSettings,
  facts: AccountFacts,
  flow: FlowId,
  reasons: ReturnType<typeof ruleOf>[],
): SettingsChange | undefined {
  const refusing = reasons.filter(
    (rule) =>
      rule.part === 'settings' &&
      rule.applies(settings, facts, flow, () => 'allowed') === 'refused',
  );
  const changes = refusing.map((rule) => rule.smallestChange(settings, flow));
  return changes.includes(undefined) ? undefined : changes[0];
}
