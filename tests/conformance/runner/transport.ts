/** How the runner reaches a server: over HTTP, in process, or inside a service worker. */
export interface Transport {
  /** Sends a request as it is, without following redirects. */
  fetch(request: Request): Promise<Response>;
  /** Scheme and authority, no trailing slash. */
  origin: string;
}
