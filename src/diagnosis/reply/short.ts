import { certaintyOf } from '../finding.ts';
import type { Shown } from '../hide/shown.ts';
import { asked, titleWithCode } from './developer.ts';
import { leakedIn } from './leaked.ts';
import { asSentence, listed, sentencesOf } from './sentences.ts';
import { verdictOf } from './verdict.ts';

/** A message of this length arrives in one piece wherever it is sent. */
export const longestShort = 280;

/** Cut at a word, with a mark that says so. */
function cut(text: string, room: number): string {
  if (text.length <= room) return text;
  const kept = text.slice(0, room - 1);
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), 1)).replace(/[\s,;:.]+$/, '')}…`;
}

/** In at most 280 characters: the verdict first, then what leaked, then the fix or the question. */
export function inShort(shown: Shown): string {
  const found = verdictOf(shown);
  const { names } = leakedIn(shown.removed);
  const leak =
    names.length === 0
      ? ''
      : `You sent ${listed(names)}: replace ${names.length === 1 ? 'it' : 'them'}.`;
  if (found === undefined) return asSentence(`We see nothing wrong in what you sent. ${leak}`);
  const certainty = certaintyOf(found);
  const lead = { certain: '', likely: 'Likely: ', 'cannot tell': 'Cause not shown yet: ' }[
    certainty
  ];
  const room = longestShort - (leak === '' ? 0 : leak.length + 1);
  const parts = [cut(`${lead}${titleWithCode(found)}`, Math.max(room, 80)), leak];
  const next =
    certainty === 'cannot tell' ? [asked(found)] : sentencesOf(found.fix ?? '').map(asSentence);
  for (const sentence of next) {
    const longer = [...parts, sentence].filter((part) => part !== '').join(' ');
    if (longer.length > longestShort) {
      if (certainty !== 'cannot tell') break;
      const left = longestShort - parts.filter((part) => part !== '').join(' ').length - 1;
      if (left > 40) parts.push(cut(sentence, left));
      break;
    }
    parts.push(sentence);
  }
  return cut(parts.filter((part) => part !== '').join(' '), longestShort);
}
