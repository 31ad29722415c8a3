import type { AppSettings } from '#app-settings/app.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { isFailed } from '#protocol/exchange-parts.ts';
import { show } from '../hide/show.ts';
import { diagnosePaste } from '../paste/diagnose-paste.ts';
import { writeCaseLink } from '../report/case-link.ts';
import { wireText } from './shown-transcript.ts';

/** A link to a case, and how much of the transcript it holds. */
export type TranscriptCase =
  { kind: 'link'; link: string; requests: number } | { kind: 'too long'; length: number };

/** The whole, then what a diagnosis needs: the last refusal with what led to it, and it alone. */
function selections(exchanges: readonly Exchange[]): Exchange[][] {
  const at = exchanges.findLastIndex(isFailed);
  const last = at < 0 ? exchanges.length - 1 : at;
  const before = exchanges.slice(0, last + 1);
  return [[...exchanges], before, before.slice(-2), before.slice(-1)];
}

/**
 * The link of the diagnoser that opens a transcript as a case: what is too long for mail and chat is
 * made shorter until it fits.
 *
 * @param settings the app's, where they are known
 * @param now milliseconds since the epoch
 */
export async function writeTranscriptCase(
  exchanges: readonly Exchange[],
  settings: AppSettings | undefined,
  now: number,
  page: string,
): Promise<TranscriptCase> {
  let length = 0;
  for (const selection of selections(exchanges)) {
    const text = selection.map((one) => wireText(one, false)).join('\n\n');
    const shown = show(await diagnosePaste(text, { now, settings }));
    for (const beside of settings ? [settings, undefined] : [undefined]) {
      const written = await writeCaseLink(shown, beside, page);
      if ('link' in written) {
        return { kind: 'link', link: written.link, requests: selection.length };
      }
      length ||= written.tooLong;
    }
  }
  return { kind: 'too long', length };
}
