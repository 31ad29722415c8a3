import type { Incoming } from '../../../wire/incoming.ts';
import { refusal } from '../answer.ts';

/**
 * A page of another origin must not steer the sandbox. curl and Node send neither
 * Origin nor Sec-Fetch-Site, which is fine; a picture or a link of another site sends the latter.
 *
 * @returns 403 for an Origin that is not the sandbox's own, `null` included, and for whatever a
 *   page of another site begins
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export function guardOrigin({ request, origin }: Incoming): Response | undefined {
  const sent = request.headers.get('origin');
  const isForeign = request.headers.get('sec-fetch-site') === 'cross-site';
  if (!isForeign && (sent === null || sent === origin)) return undefined;
  return refusal(403, {
    path: '',
    message: `The control API answers pages of ${origin} only.`,
  });
}
