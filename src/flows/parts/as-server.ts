import type { FlowChange, FlowStep } from '../flow.ts';

const served = (text: string): string => text.replace(/\b([Yy])our app\b/g, '$1our server');

/** Steps as they are told of an app with a secret: a server acts. What names the app itself stays. */
export function ofServer(steps: readonly FlowStep[]): FlowStep[] {
  return steps.map((step) => ({ ...step, summary: served(step.summary) }));
}

/** The same as a difference, for a flow that is told of an app without a secret. */
export function asServer(steps: readonly FlowStep[]): FlowChange {
  const changed = steps.filter(({ summary }) => served(summary) !== summary);
  return {
    steps: Object.fromEntries(changed.map(({ id, summary }) => [id, { summary: served(summary) }])),
  };
}
