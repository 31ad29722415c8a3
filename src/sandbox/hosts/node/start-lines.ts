import { isLoopbackAddress } from './loopback-address.ts';
import { typedOrigin } from './origin-of.ts';

export interface Started {
  /** Where it listens. */
  host: string;
  port: number;
  publicOrigin: string | undefined;
  allowedHosts: readonly string[];
}

const shared =
  'All visitors share one log with the apps’ secrets, one clock and one policy, and each of them can reset everything.';

/** What is said once the server answers: who else can reach what, how it is stopped, and last the address that people type. */
export function startLines({ host, port, publicOrigin, allowedHosts }: Started): string[] {
  const address = publicOrigin ?? typedOrigin(host, port);
  const isOpen = publicOrigin !== undefined || allowedHosts.length > 0;
  const lines: string[] = [];
  if (host !== 'localhost' && !isLoopbackAddress(host)) {
    lines.push(
      `Warning: HOST is ${host}, so anyone who reaches port ${port} of this machine can read the site and use the sandbox${isOpen ? ', read its log and secrets, and reset it' : '; its log, its secrets and its reset answer only this machine, unless PUBLIC_URL or ALLOWED_HOSTS is set'}.`,
    );
  }
  if (isOpen) lines.push(shared);
  lines.push('Ctrl-C stops it.', `Authorization Flows on RingCentral: ${address}/`);
  return lines;
}
