import type { Incoming } from '../../../wire/incoming.ts';
import { refusal } from '../answer.ts';

const json = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/**
 * A form of another site can post without a preflight, but not as JSON.
 *
 * @returns 415 for a body that does not say it is JSON
 */
export function guardMediaType({ request, body }: Incoming): Response | undefined {
  const mediaType = request.headers.get('content-type');
  if (mediaType === null ? body === '' : json.test(mediaType)) return undefined;
  return refusal(
    415,
    { path: '', message: 'Send the body as application/json.' },
    { Accept: 'application/json' },
  );
}
