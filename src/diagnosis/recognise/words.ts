import { isErrorCode } from '#protocol/errors/codes.ts';
import { codesOfText } from '#protocol/errors/seen/codes-of-text.ts';
import { elsewhere } from '#protocol/errors/seen/elsewhere.ts';
import type { Piece } from './known-parts.ts';

const code = /\b(OAU|CMN|AGW|SANDBOX-[A-Z]{2,12})[- ]?(\d{1,3})\b/gi;
/** A line holds more than a text of the catalogue; what is longer is read to here. */
const longestLine = 2_000;
const mostLines = 2_000;

const isKnown = (name: string): boolean => isErrorCode(name) || Object.hasOwn(elsewhere, name);

/** Codes that are written anywhere, with a hyphen, a space or nothing between. */
export function namedCodes(text: string): Piece[] {
  return [...text.matchAll(code)].flatMap((match): Piece[] => {
    const [whole, family = '', number = ''] = match;
    const name = `${family.toUpperCase()}-${number}`;
    if (!isKnown(name)) return [];
    return [
      {
        form: 'code of an error',
        range: { from: match.index, to: match.index + whole.length },
        unknown: ['request', 'response'],
        codes: [name],
      },
    ];
  });
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
