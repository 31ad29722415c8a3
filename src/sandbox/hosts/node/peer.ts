import type { IncomingMessage } from 'node:http';

/** What a proxy adds; this machine's own programs send none. */
const ofProxies = ['forwarded', 'x-forwarded-for', 'via'] as const;

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;

/** Whether a request came over the network, or through a proxy that may stand anywhere. */
export function isRemote({
  socket,
  headers,
}: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  return (
    !loopback.test(socket.remoteAddress ?? '') ||
    ofProxies.some((name) => headers[name] !== undefined)
  );
}
