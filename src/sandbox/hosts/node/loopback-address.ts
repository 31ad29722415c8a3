const loopback = /^(?:127\.|::1$|::ffff:127\.)/;

/** Whether an address is this machine's own, IPv4 as IPv6 writes it included. */
export function isLoopbackAddress(address: string): boolean {
  return loopback.test(address);
}
