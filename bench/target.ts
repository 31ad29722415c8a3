import type { AddressInfo } from 'node:net';

/** A token request to a target, whichever port it listens on. */
export interface TokenRequest {
  path: string;
  authorization: string;
  body: string;
}

export const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

/** The port that the target was told, or any. */
export const wantedPort = (): number => Number(process.env['PORT'] ?? 0);

/**
 * Tells the parent on which port this process answers, and whenever it asks how much processor
 * time was used so far, in microseconds. The process ends with its parent.
 */
export function announce(port: number): void {
  process.on('disconnect', () => process.exit());
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  process.send?.(port);
}

/** Where a server that was told port 0 listens. */
export function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('not listening');
  return address.port;
}
