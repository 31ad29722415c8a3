import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Two addresses of one machine: a browser may try either for `localhost`. */
const loopback = ['127.0.0.1', '::1'] as const;

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function listenOn(listener: RequestListener, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    // Whoever names no host is told so by the listener; Node would answer 400 and say nothing.
    const server = createServer({ requireHostHeader: false }, listener);
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

export interface Listening {
  port: number;
  close(): Promise<void>;
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          // Event streams never end by themselves.
          server.closeAllConnections();
        }),
    ),
  );
}

/**
 * Listens on a host; on the default one at both loopback addresses, so that
 * `localhost` works whichever of them it means.
 *
 * @param port 0 for any that is free
 * @throws Node's own error, such as EADDRINUSE
 */
export async function listen(
  listener: RequestListener,
  host: string,
  port: number,
): Promise<Listening> {
  const first = await listenOn(listener, host, port);
  const chosen = (first.address() as AddressInfo).port;
  const servers = [first];
  if (host === loopback[0]) {
    try {
      servers.push(await listenOn(listener, loopback[1], chosen));
    } catch (error) {
      // A machine without IPv6 has no second address, and a free port need be free only once.
      if (errorCode(error) === 'EADDRINUSE' && port !== 0) {
        await closeAll(servers);
        throw error;
      }
    }
  }
  return { port: chosen, close: () => closeAll(servers) };
}
