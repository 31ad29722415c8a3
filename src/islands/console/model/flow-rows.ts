import { type FlowId, flowIds } from '#app-settings/app.ts';
import type { FlowAvailability, RuleId, Verdict } from '#app-settings/availability.ts';
import { flowNames } from '#app-settings/flow-kinds.ts';
import { type Instead, useInstead } from '#app-settings/instead.ts';
import type { Rule } from '#app-settings/rules/rule.ts';
import { rules } from '#app-settings/rules/index.ts';
import type { AppView, Policy } from '#islands/sandbox-api/sandbox-api.ts';
import { inForce } from '#sandbox/policy.ts';

/** One flow of an app, its verdict in the order that every page keeps. */
export interface FlowRow {
  flow: FlowId;
  name: string;
  today: Verdict;
  bySettings: Verdict;
  sandbox: { verdict: Verdict; words: string };
  instead: Instead;
  /** The rules that speak against it, in words; an id that the book does not have stays an id. */
  reasons: { id: string; rule?: Rule }[];
}

const book = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));

function inTheSandbox(
  flow: FlowId,
  { bySettings, predictedError }: AppView['flows'][FlowId],
  policy: Policy | undefined,
): FlowRow['sandbox'] {
  if (bySettings === 'refused') {
    const words = predictedError ? `Refused with ${predictedError}` : 'Refused';
    return { verdict: 'refused', words };
  }
  if (policy && (flow === 'implicit' || flow === 'password') && !inForce(policy)[flow]) {
    return { verdict: 'refused', words: 'Off by the current policy' };
  }
  if (policy?.pkce === 'all' && flow === 'auth-code') {
    return { verdict: 'refused', words: 'The current policy asks for PKCE' };
  }
  return { verdict: 'allowed', words: 'Runs' };
}

/**
 * The flows available to an app, as its Settings page shows them: the sandbox's own answer, and the
 * words of the rule book for it.
 *
 * @param policy the policy in force for this app, where it is known
 */
export function flowRows(app: AppView, policy: Policy | undefined): FlowRow[] {
  const verdicts = app.flows as Record<FlowId, FlowAvailability>;
  return flowIds.map((flow) => {
    const { today, bySettings, reasons } = app.flows[flow];
    return {
      flow,
      name: flowNames[flow],
      today,
      bySettings,
      sandbox: inTheSandbox(flow, app.flows[flow], policy),
      instead: useInstead(flow, verdicts),
      reasons: reasons.map((id) => {
        const rule = book.get(id as RuleId);
        return rule ? { id, rule } : { id };
      }),
    };
  });
}

const weight: Record<Verdict, number> = { allowed: 0, warning: 1, refused: 2 };

/** Allowed first, refused last, otherwise in the order of the flows. */
export function inOrder(rows: readonly FlowRow[]): FlowRow[] {
  return [...rows].sort((one, other) => weight[one.bySettings] - weight[other.bySettings]);
}
