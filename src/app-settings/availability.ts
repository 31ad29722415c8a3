import type { ErrorCode } from '#protocol/errors/catalogue.ts';
import { type AppSettings, type FlowId, flowIds } from './app.ts';
import type { AccountFacts } from './facts.ts';
import { refreshableFlows } from './flow-kinds.ts';
import type { RuleId } from './rules/ids.ts';
import { rules } from './rules/index.ts';
import type { Rule, Verdict } from './rules/rule.ts';

export type { Verdict } from './rules/rule.ts';
export type { RuleId } from './rules/ids.ts';

/** What one app may do with one flow. */
export interface FlowAvailability {
  /** What the app's settings decide; the sandbox enforces this. */
  bySettings: Verdict;
  /** What RingCentral does today with such an app; never enforced here. */
  today: Verdict;
  /** Every rule that speaks against the flow, in the order of the rule book. */
  reasons: RuleId[];
  /** What RingCentral answers if the flow is tried, where the settings refuse it and the answer is known. */
  predictedError?: ErrorCode;
}

export type Availability = Record<FlowId, FlowAvailability>;

const weight: Record<Verdict, number> = { allowed: 0, warning: 1, refused: 2 };

/** The stricter of two verdicts. */
export function stricter(one: Verdict, other: Verdict): Verdict {
  return weight[one] >= weight[other] ? one : other;
}

interface Finding {
  rule: Rule;
  effect: 'warning' | 'refused';
}

const worst = (findings: readonly Finding[]): Verdict =>
  findings.reduce<Verdict>((verdict, { effect }) => stricter(verdict, effect), 'allowed');

/**
 * Which flows an app may use.
 *
 * @param settings The app's settings, as the schema lets them through.
 * @param facts What is true of the account and its user; nothing said means the ordinary case.
 * @param book The rules to go by; only a test gives its own.
 * @returns A verdict in its two parts for each of the seven flows, with every reason.
 */
export function availability(
  settings: AppSettings,
  facts: AccountFacts = {},
  book: readonly Rule[] = rules,
): Availability {
  const bySettings = new Map<FlowId, Verdict>();
  const today = new Map<FlowId, Verdict>();

  function judge(flow: FlowId): FlowAvailability {
    const ask = (part: 'settings' | 'today', others: (flow: FlowId) => Verdict) =>
      book
        .filter((rule) => rule.part === part)
        .flatMap((rule): Finding[] => {
          const effect = rule.applies(settings, facts, flow, others);
          return effect ? [{ rule, effect }] : [];
        });
    const fromSettings = ask('settings', (other) => bySettings.get(other) ?? 'allowed');
    // A settings rule that looks at other flows may find less open today than the settings say.
    const fromToday = [
      ...ask('settings', (other) => today.get(other) ?? 'allowed'),
      ...ask('today', (other) => today.get(other) ?? 'allowed'),
    ];
    bySettings.set(flow, worst(fromSettings));
    today.set(flow, worst(fromToday));

    const spoken = new Set([...fromSettings, ...fromToday].map(({ rule }) => rule.id));
    const refusals = fromSettings.filter(({ effect }) => effect === 'refused');
    // The server looks for a redirect URI before it looks at what the app may ask for.
    const first = refusals.find(({ rule }) => rule.id === 'X21') ?? refusals[0];
    const error = first?.rule.predictedError;
    return {
      bySettings: worst(fromSettings),
      today: worst(fromToday),
      reasons: book.filter((rule) => spoken.has(rule.id)).map((rule) => rule.id),
      ...(error && { predictedError: error }),
    };
  }

  // Refresh stands on the flows that lead to it, so those are judged first.
  const judged = new Map<FlowId, FlowAvailability>();
  for (const flow of [...refreshableFlows, ...flowIds]) {
    if (!judged.has(flow)) judged.set(flow, judge(flow));
  }
  return Object.fromEntries(flowIds.map((flow) => [flow, judged.get(flow)])) as Availability;
}
