import { stepNumber } from '#flows/runner.ts';
import type { Playground } from '../model/playground.ts';
import type { RequestRow } from '../model/types.ts';

/** Where a row's value is from, in a word or three: "from step 4". */
export function originOf(
  { state, flowValue, parameter }: RequestRow,
  { flow }: Playground,
): string {
  if (state.kind === 'edited') return 'edited';
  if (state.kind === 'left-out') return 'not sent';
  if (flowValue) {
    const arrivesAt = flow.values.find(({ name }) => name === flowValue.name)?.arrivesAt;
    return arrivesAt === undefined ? '' : `from step ${stepNumber(flow.steps, arrivesAt)}`;
  }
  if (parameter.source.kind === 'fixed') return 'fixed';
  return parameter.name === 'redirect_uri' ? 'this page' : 'this app';
}
