import type { FlowStep } from '#flows/flow.ts';

/**
 * `next`: not run yet. `now`: open and not run yet, or waiting for the user.
 * `refused` is also the answer that stops the flow, such as a wrong `state`.
 */
export type StepStatus = 'next' | 'now' | 'done' | 'refused' | 'unreachable';

/** One step as the diagram shows it. */
export interface ShownStep {
  id: string;
  /** From 1. */
  number: number;
  definition: Pick<FlowStep, 'title' | 'kind' | 'from' | 'diagram'>;
  status: StepStatus;
  /** Whether its card is the one on screen: `aria-current="step"`. */
  current: boolean;
}
