import type { ClientType } from '#app-settings/app.ts';
import type { FlowChange, FlowDefinition, FlowStep } from './flow.ts';
import { type FlowName, flowTitles } from './ids.ts';
import { serverNames } from './parts/names.ts';

/** Why an app has no refresh token: its settings issue none, or the token answer brought none. */
export type NoRefresh = 'settings' | 'answer';

/** Stands for the reason in a summary. */
const reason = '{why}';

const reasons: Record<NoRefresh, string> = {
  settings: 'Issue refresh tokens is off in this app, on purpose',
  answer: 'The token answer had no refresh token',
};

function change(
  flow: FlowDefinition,
  { steps, instead = {}, without = [], end = flow.end }: FlowChange,
): FlowDefinition {
  return {
    ...flow,
    end,
    steps: flow.steps
      .filter(({ id }) => !without.includes(id))
      .map((step) => ({ ...(instead[step.id] ?? step), ...steps[step.id] })),
    values: flow.values.filter(({ name }) => !without.includes(name)),
  };
}

/** Of a step that begins with tokens, where the app gets none without a window: its button leads to the flow that brings them. */
function signsInFirst(by: FlowName): Partial<FlowStep> {
  const label = 'Sign in first';
  return {
    summary: `This app signs users in, which needs a window. Run ${flowTitles[by]} up to its tokens: this page then has them.`,
    send: { first: label, again: label },
  };
}

/**
 * A flow as one app runs it: with a secret the app is a server, and an app without refresh tokens gets
 * the next access token as it got the first.
 *
 * @param app.noRefresh why it has none; left out where it has them, or where nobody knows
 * @param app.signsInBy the flow that brings it tokens, where it cannot log in without a user
 */
export function fitFlow(
  flow: FlowDefinition,
  {
    clientType,
    noRefresh,
    signsInBy,
  }: {
    clientType: ClientType;
    noRefresh?: NoRefresh | undefined;
    signsInBy?: FlowName | undefined;
  },
): FlowDefinition {
  const isServer = clientType === 'confidential';
  let fitted: FlowDefinition = { ...flow, names: isServer ? serverNames : {} };
  if (isServer && flow.asServer) fitted = change(fitted, flow.asServer);
  if (noRefresh && flow.withoutRefresh) fitted = change(fitted, flow.withoutRefresh);
  const steps = fitted.steps.map((step) => ({
    ...step,
    summary: noRefresh ? step.summary.replace(reason, reasons[noRefresh]) : step.summary,
    ...(signsInBy && step.making === 'session' ? signsInFirst(signsInBy) : {}),
  }));
  return { ...fitted, steps };
}
