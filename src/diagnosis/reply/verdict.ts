import type { Finding } from '../finding.ts';
import type { Shown } from '../hide/shown.ts';

/**
 * The finding that is the verdict; undefined where nothing is wrong: what is done well is none, nor a
 * note, unless it tells what a user chose, such as Deny.
 */
export function verdictOf({ findings: [found] }: Pick<Shown, 'findings'>): Finding | undefined {
  const isVerdict =
    found?.kind === 'wrong' ||
    found?.kind === 'risk' ||
    (found?.kind === 'note' && found.who === 'user');
  return isVerdict ? found : undefined;
}
