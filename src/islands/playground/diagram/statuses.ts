import type { FlowStep } from '#flows/flow.ts';
import type { Transcript } from '#flows/transcript.ts';

/**
 * The HTTP status that each step was answered with last, by step id, so that
 * the diagram names what came and not what was planned: a redirect after a form
 * may be a 302 or a 303. The redirect of a sign-in belongs to the step that it leads to, though a
 * form before it was answered.
 */
export function statusesOf(
  { exchanges }: Transcript,
  steps: readonly FlowStep[],
): ReadonlyMap<string, number> {
  const back = steps.find(({ kind }) => kind === 'return')?.id;
  const statuses = new Map<string, number>();
  for (const { step, response } of exchanges) {
    if (!response) continue;
    const redirects = response.status >= 300 && response.status < 400;
    if (redirects && back) statuses.set(back, response.status);
    else if (step && step !== back) statuses.set(step, response.status);
  }
  return statuses;
}
