import type { IncomingMessage } from 'node:http';
import { isLoopbackAddress } from './loopback-address.ts';

/** What a proxy adds; this machine's own programs send none. */
const ofProxies = ['forwarded', 'x-forwarded-for', 'via'] as const;

/** Whether a request came over the network, or through a proxy that may stand anywhere. */
export function isRemote({
  socket,
  headers,
}: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  return (
    !isLoopbackAddress(socket.remoteAddress ?? '') ||
    ofProxies.some((name) => headers[name] !== undefined)
  );
}
