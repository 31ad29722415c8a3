import { errorCodes, wireError } from '#protocol/errors/codes.ts';
import { elsewhere } from '#protocol/errors/seen/elsewhere.ts';
import { isPublic, seenOf } from '#protocol/errors/seen/seen.ts';
import { withoutCode } from '#protocol/errors/seen/without-code.ts';
import { raisedTable } from '#diagnosis/recognise/raised/table.ts';

interface SeenWord {
  text: string;
  /** What it stands for, in a word. */
  code: string;
}

const codes = errorCodes.filter(isPublic);

const all: SeenWord[] = [
  ...codes.map((code) => ({ text: code, code: wireError(code).message })),
  ...codes.flatMap((code) => seenOf(code).sightings.map(({ text }) => ({ text, code }))),
  ...Object.entries(elsewhere).flatMap(([code, { message }]) => [
    { text: code, code: message },
    { text: message, code },
  ]),
  ...withoutCode.flatMap(({ sightings, kin }) =>
    sightings.map(({ text }) => ({ text, code: kin ?? '' })),
  ),
  ...Object.values(raisedTable).map(({ text }) => ({ text, code: 'a program’s own words' })),
];

/** Codes, texts and a program's own words, each once: what a picture of a failure can show. */
export const seenWords: readonly SeenWord[] = [
  ...new Map(all.map((word) => [word.text.toLowerCase(), word])).values(),
];
