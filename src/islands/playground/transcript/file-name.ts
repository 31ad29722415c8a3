/**
 * A name that sorts by when it was, in UTC: `auth-code-pkce-2026-11-29-1722.har`.
 *
 * @param at milliseconds since the epoch
 * @param ending without its dot
 */
export function fileName(flow: string, at: number, ending: string): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  return `${flow}-${day}-${time.slice(0, 5).replace(':', '')}.${ending}`;
}
