import type { Incoming } from '../../../context.ts';
import { refusal } from '../answer.ts';

/**
 * A page of another origin must not steer the sandbox. curl and Node send no
 * Origin, which is fine.
 *
 * @returns 403 for an Origin that is not the sandbox's own, `null` included
 */
export function guardOrigin({ request, origin }: Incoming): Response | undefined {
  const sent = request.headers.get('origin');
  if (sent === null || sent === origin) return undefined;
  return refusal(403, {
    path: '',
    message: `The control API answers pages of ${origin} only.`,
  });
}
