import type { ErrorCode } from '#protocol/errors/codes.ts';
import { type AppSettings, type FlowId, flowIds } from './app.ts';
import type { AccountFacts } from './facts.ts';
import { refreshableFlows } from './flow-kinds.ts';
import type { RuleId } from './rules/ids.ts';
import { rules } from './rules/index.ts';
import type { Rule, Verdict, VerdictOf } from './rules/rule.ts';

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
  const judged = new Map<FlowId, FlowAvailability>();
  for (const flow of inOrder) judged.set(flow, judge(flow, { settings, facts, book, judged }));
  return Object.fromEntries(flowIds.map((flow) => [flow, judged.get(flow)])) as Availability;
}

/** Refresh stands on the flows that lead to it, so those are judged first. */
const inOrder: readonly FlowId[] = [...new Set<FlowId>([...refreshableFlows, ...flowIds])];

interface Case {
  settings: AppSettings;
  facts: AccountFacts;
  book: readonly Rule[];
  /** The flows that were judged before this one. */
  judged: ReadonlyMap<FlowId, FlowAvailability>;
}

function judge(flow: FlowId, { settings, facts, book, judged }: Case): FlowAvailability {
  let looked = false;
  const inSettings: VerdictOf = (other) => {
    looked = true;
    return judged.get(other)?.bySettings ?? 'allowed';
  };
  const inToday: VerdictOf = (other) => judged.get(other)?.today ?? 'allowed';

  let bySettings: Verdict = 'allowed';
  let today: Verdict = 'allowed';
  let refusal: Rule | undefined;
  const reasons: RuleId[] = [];
  for (const rule of book) {
    looked = false;
    const byApp =
      rule.part === 'settings' ? rule.applies(settings, facts, flow, inSettings) : undefined;
    // A settings rule that looks at other flows may find less open today than the settings say.
    const now =
      rule.part === 'today' || looked ? rule.applies(settings, facts, flow, inToday) : byApp;
    if (byApp) bySettings = stricter(byApp, bySettings);
    if (now) today = stricter(now, today);
    if (byApp || now) reasons.push(rule.id);
    // The server looks for a redirect URI before it looks at what the app may ask for.
    if (byApp === 'refused' && (!refusal || rule.id === 'X21')) refusal = rule;
  }
  const error = refusal?.predictedError;
  return { bySettings, today, reasons, ...(error && { predictedError: error }) };
}
