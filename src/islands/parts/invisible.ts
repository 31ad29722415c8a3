import { isInvisible, standIn } from '#protocol/text/invisible.ts';

/** A piece of a value; `mark` is what stands for it where the eye would see nothing. */
export interface VisiblePart {
  text: string;
  mark?: string;
}

/** Splits a value so that each character which cannot be seen comes with a mark. */
export function showInvisible(value: string): VisiblePart[] {
  const parts: VisiblePart[] = [];
  let plain = '';
  for (const character of value) {
    if (!isInvisible(character)) {
      plain += character;
      continue;
    }
    if (plain) parts.push({ text: plain });
    plain = '';
    parts.push({ text: character, mark: standIn(character) });
  }
  if (plain) parts.push({ text: plain });
  return parts;
}
