import type { Services } from '../../../context.ts';
import type { Incoming } from '../../../wire/incoming.ts';
import { refusal } from '../answer.ts';

/**
 * The control API reads secrets and resets everything, so it answers this machine alone until
 * somebody opens it. Host is no proof of that: whoever calls writes it.
 *
 * @returns 403 for a request over the network or through a proxy, unless `PUBLIC_URL` or
 *   `ALLOWED_HOSTS` is set
 */
export function guardPeer(
  { isRemote }: Incoming,
  { allowedHosts, publicOrigin }: Services,
): Response | undefined {
  if (!isRemote || publicOrigin !== undefined || allowedHosts.length > 0) return undefined;
  return refusal(403, {
    path: '',
    message:
      'The control API answers the machine that it runs on. To open it to others, start the server with PUBLIC_URL, or with ALLOWED_HOSTS.',
  });
}
