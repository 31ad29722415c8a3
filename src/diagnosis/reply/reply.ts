import type { Shown } from '../hide/shown.ts';
import { toAdministrator } from './administrator.ts';
import { toDeveloper } from './developer.ts';
import { inShort } from './short.ts';
import type { Voice } from './voices.ts';

const speak: Readonly<Record<Voice, (shown: Shown) => string>> = {
  developer: toDeveloper,
  administrator: toAdministrator,
  short: inShort,
};

/**
 * A reply to whoever sent what was pasted, never surer than its first finding. Where a secret stood
 * in the paste it says so.
 *
 * @param shown what may be shown: no secret and nobody's number is in it
 * @param voice `administrator` speaks without OAuth words, `short` in 280 characters
 */
export function replyTo(shown: Shown, voice: Voice): string {
  return speak[voice](shown);
}
