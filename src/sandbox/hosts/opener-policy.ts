/**
 * The Cross-Origin-Opener-Policy of a page of the site: a page of another site that opened it
 * cannot lead it elsewhere later, and a window that it opens itself stays in touch.
 *
 * @returns undefined for the callback page: it comes into that window after the server's own pages,
 *   which have none, and would part from the page that waits
 */
export function openerPolicy(path: string): string | undefined {
  return path.startsWith('/callback/') ? undefined : 'same-origin-allow-popups';
}
