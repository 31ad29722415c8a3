import { isLoopbackOrigin } from './site-origins.ts';

/**
 * Who sent a request, as far as a browser says it:
 * - `page`: a page that the reader opened, here or in a program on this machine, or a navigation;
 * - `program`: no browser, such as curl, an SDK or a server;
 * - `stranger`: a page of another site that sends requests behind the reader's back.
 *
 * Nothing rests on it but whose share of the memory a request is counted in and what the log
 * calls it: a program can send any header, and a program on this machine is no stranger.
 */
export type Caller = 'page' | 'program' | 'stranger';

/**
 * @param own the origin that the request came to
 * @param bringsCookie it came with the sandbox's cookie; what another site posts comes without
 * @see https://www.w3.org/TR/fetch-metadata/ for `Sec-Fetch-*`, which a page cannot set
 */
export function callerOf(headers: Headers, own: string, bringsCookie: boolean): Caller {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (site === null) {
    // A browser that sends none, or a site that is not secure: its Origin is all there is.
    if (origin === null) return 'program';
    // The sandbox's own forms name no origin: its pages send no referrer.
    if (origin === 'null') return bringsCookie ? 'page' : 'stranger';
    return origin === own || isLoopbackOrigin(origin) ? 'page' : 'stranger';
  }
  if (site !== 'cross-site') return 'page';
  // The reader pressed a link or a button; what a page loads into itself is no navigation of theirs.
  const isNavigation =
    headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document';
  const isLocal = origin !== null && isLoopbackOrigin(origin);
  return isNavigation || isLocal ? 'page' : 'stranger';
}
