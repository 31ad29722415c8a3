import { isLoopbackName } from '#protocol/loopback.ts';
import type { Services } from '../../../context.ts';
import type { Incoming } from '../../../wire/incoming.ts';
import { refusal } from '../answer.ts';

/**
 * A page of another site can make its own name resolve to this machine (DNS
 * rebinding) and is then same-origin with it; the Host header gives it away. Where
 * a public address is named, whoever reaches it may steer, so its Host tells nothing.
 *
 * @returns 421 for a host that is neither loopback nor in `ALLOWED_HOSTS`
 */
export function guardHost(
  { origin }: Incoming,
  { allowedHosts, publicOrigin }: Services,
): Response | undefined {
  if (publicOrigin !== undefined) return undefined;
  const { host, hostname } = new URL(origin);
  if (isLoopbackName(hostname) || allowedHosts.includes(host) || allowedHosts.includes(hostname)) {
    return undefined;
  }
  return refusal(421, {
    path: '',
    message: `The control API does not answer to the host ${host}. Use localhost, 127.0.0.1 or [::1], or name the host in ALLOWED_HOSTS.`,
  });
}
