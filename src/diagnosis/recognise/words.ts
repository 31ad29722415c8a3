import { codesOfText } from '#protocol/errors/seen/codes-of-text.ts';
import { namedCodes } from '#protocol/errors/seen/named-codes.ts';
import type { Piece } from './known-parts.ts';

/** A line holds more than a text of the catalogue; what is longer is read to here. */
const longestLine = 2_000;
const mostLines = 2_000;

/** Codes that are written anywhere. */
export function codesWritten(text: string): Piece[] {
  return namedCodes(text).map(({ code, ...range }) => ({
    form: 'code of an error',
    range,
    unknown: ['request', 'response'],
    codes: [code],
  }));
}

/** Texts of the catalogue, without their code: two of RingCentral's SDKs print no other. */
export function messages(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const line of text.split('\n').slice(0, mostLines)) {
    const codes = codesOfText(line.slice(0, longestLine));
    if (codes.length > 0) {
      const range = { from, to: from + line.length };
      pieces.push({
        form: 'message',
        range,
        unknown: ['request', 'response'],
        codes,
        message: line.trim().slice(0, longestLine),
      });
    }
    from += line.length + 1;
  }
  return pieces;
}
