import type { Page } from '@playwright/test';
import type { FlowName } from '../../../src/flows/ids.ts';
import { flows, open, runStep } from '../../browser/support/flow-walk.ts';

/** Walks a flow of the playground from its first step to its last, sign-in window included. */
export async function walkFlow(page: Page, id: FlowName): Promise<void> {
  await open(page, `#flow=${id}`);
  const steps = flows.find((flow) => flow.id === id)?.steps ?? [];
  for (const index of steps.keys()) await runStep(page, id, index);
}
