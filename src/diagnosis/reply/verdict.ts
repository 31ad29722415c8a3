import type { Finding } from '../finding.ts';
import type { Shown } from '../hide/shown.ts';

/** The finding that is the verdict; undefined where nothing is wrong: a note, or what is done well, is none. */
export function verdictOf({ findings: [found] }: Pick<Shown, 'findings'>): Finding | undefined {
  return found?.kind === 'wrong' || found?.kind === 'risk' ? found : undefined;
}
