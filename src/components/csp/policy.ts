/**
 * The policy of every page, without `connect-src` in its narrow form: a policy in
 * a page cannot be widened later, so the narrow one is written by the first
 * script of the head, which knows the server that the reader added.
 * @param scriptHashes the inline scripts of all pages
 * @see https://www.w3.org/TR/CSP3/
 */
export function pagePolicy(scriptHashes: Iterable<string>): string {
  const directives: [string, ...string[]][] = [
    ['default-src', "'none'"],
    // Pagefind's index is read by WebAssembly.
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...[...new Set(scriptHashes)].sort()],
    // Starlight’s sidebar and parts of the site’s own have style attributes.
    ['style-src', "'self'", "'unsafe-inline'"],
    ['img-src', "'self'", 'data:'],
    ['font-src', "'self'"],
    ['connect-src', "'self'", 'https:', 'http:'],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['form-action', "'self'"],
    ['base-uri', "'none'"],
  ];
  return directives.map((parts) => parts.join(' ')).join('; ');
}

/**
 * The policy as a host's header. It goes with every HTML file and with nothing
 * else: on every file it stops Pagefind's worker. `frame-ancestors` counts only in
 * a header; a static host that can send none leaves pages frameable.
 */
export function headerPolicy(policy: string): string {
  return `${policy}; frame-ancestors 'none'`;
}
