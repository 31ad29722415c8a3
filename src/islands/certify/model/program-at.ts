const onThisComputer = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Where the program of an app is, as far as its settings tell: the origin of a redirect URI on this
 * computer that is not this site's own.
 *
 * @param origin of this site, whose callback page the demo apps have as well
 */
export function programAt(redirectUris: readonly string[], origin: string): string | undefined {
  const site = new URL(origin);
  return redirectUris
    .filter((uri) => URL.canParse(uri))
    .map((uri) => new URL(uri))
    .find(
      ({ protocol, hostname, port }) =>
        protocol === 'http:' && onThisComputer.has(hostname) && port !== site.port,
    )?.origin;
}
