import { nameCharacter } from '#diagnosis/compare/characters.ts';
import { cutAgainst } from '#protocol/text/common-ends.ts';
import type { RequestRow } from '../model/types.ts';

/** What the reader did to a row, in words that follow "Edited: ": "ends with a line break". */
export function describeRow({ original, value, parameter }: RequestRow): string {
  return parameter.leftOut && value === original ? 'put in' : describeEdit(original, value);
}

/** What an edit did to a text, in the same words. */
export function describeEdit(original: string, value: string): string {
  if (value === original) return 'the same text as before';
  if (value === '') return 'empty';
  if (original === '') return `${value.length} characters put in`;
  const [before, added, after] = cutAgainst(value, original);
  const [, removed] = cutAgainst(original, value);
  const start = [...before].length;
  const end = [...after].length;
  if (removed === '' && [...added].length === 1) {
    if (end === 0) return `ends with ${nameCharacter(added)}`;
    if (start === 0) return `begins with ${nameCharacter(added)}`;
    return `${nameCharacter(added)} put in at character ${start + 1}`;
  }
  if (added === '' && [...removed].length === 1) {
    if (end === 0) return `${nameCharacter(removed)} at its end is gone`;
    return `${nameCharacter(removed)} at character ${start + 1} is gone`;
  }
  if (value.toLowerCase() === original.toLowerCase()) return 'capitals and small letters differ';
  if (start === 0 && end === 0) return 'another value';
  if (removed === '') return `${added.length} characters put in at character ${start + 1}`;
  if (added === '') return `${removed.length} characters gone from character ${start + 1}`;
  return `differs from character ${start + 1}`;
}
