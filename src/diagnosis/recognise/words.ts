import { textsIn } from '#protocol/errors/seen/codes-of-text.ts';
import { namedCodes } from '#protocol/errors/seen/named-codes.ts';
import type { Piece } from './known-parts.ts';

const most = 200;

/** Codes that are written anywhere. */
export function codesWritten(text: string): Piece[] {
  return namedCodes(text).map(({ code, ...range }) => ({
    form: 'code of an error',
    range,
    unknown: ['request', 'response'],
    codes: [code],
  }));
}

/** What a text says of its own case behind its words: `: abc`, ` [abc]`. */
const tail = /^(?::? ?\[[^\]\n]{0,80}\]|: ?[^\s"'<>,;)}]{1,120})/;

/** Texts of the catalogue, without their code: two of RingCentral's SDKs print no other. */
export function messages(text: string): Piece[] {
  return textsIn(text)
    .slice(0, most)
    .map(({ codes, from, to }) => {
      const end = to + (tail.exec(text.slice(to, to + 140))?.[0].length ?? 0);
      return {
        form: 'message',
        range: { from, to: end },
        unknown: ['request', 'response'],
        codes,
        message: text.slice(from, end).replaceAll(/\s+/g, ' ').trim(),
      };
    });
}
