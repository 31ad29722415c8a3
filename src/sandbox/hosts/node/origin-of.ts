/** Those that `localhost` leads to, with all addresses of the machine among them. */
const localhosts = ['localhost', '127.0.0.1', '0.0.0.0', '::'];

/** Where it listens, as an origin. */
export function originOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * The origin that people on this machine type. Another address than the usual ones is named as it
 * is, since `localhost` leads to nobody there.
 */
export function typedOrigin(host: string, port: number): string {
  return originOf(localhosts.includes(host) ? 'localhost' : host, port);
}
