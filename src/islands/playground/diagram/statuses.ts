import type { Transcript } from '#flows/transcript.ts';

/** The redirect that brings the code belongs to this step, though a form before it was answered. */
const returnStep = 'return';

/**
 * The HTTP status that each step was answered with last, by step id, so that
 * the diagram names what came and not what was planned: a redirect after a form
 * may be a 302 or a 303.
 */
export function statusesOf({ exchanges }: Transcript): ReadonlyMap<string, number> {
  const statuses = new Map<string, number>();
  for (const { step, response } of exchanges) {
    if (!response) continue;
    const redirects = response.status >= 300 && response.status < 400;
    if (redirects) statuses.set(returnStep, response.status);
    else if (step && step !== returnStep) statuses.set(step, response.status);
  }
  return statuses;
}
