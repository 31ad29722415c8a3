import { type BundledLanguage, type SpecialLanguage, getSingletonHighlighter } from 'shiki';
import { usualOrigin } from '#protocol/usual-origin.ts';
import { type Ink, elements, inks, theme } from './theme.ts';

/** A run of characters of one line that look the same. */
export interface Piece {
  text: string;
  /** Left out where it looks as all code does. */
  ink?: Ink;
}

const inkOf = new Map(
  Object.entries(inks).map(([ink, colour]): [string, Ink] => [colour, ink as Ink]),
);

/** White space needs no ink, and neighbours of one ink are one piece: a page has half the elements. */
function append(pieces: Piece[], text: string, ink: Ink | undefined): void {
  const last = pieces.at(-1);
  const isSpace = text.trim() === '';
  if (last && (last.ink === ink || isSpace)) last.text += text;
  else pieces.push({ text, ...(ink !== undefined && !isSpace && { ink }) });
}

/**
 * The same line with the usual address in one piece: a server that listens elsewhere writes its own
 * over it in the built page (`hosts/node/own-address.ts`), and finds it only where it is whole.
 */
function withWholeAddress(pieces: Piece[]): Piece[] {
  const begins = pieces
    .map(({ text }) => text)
    .join('')
    .indexOf(usualOrigin);
  if (begins < 0 || pieces.some(({ text }) => text.includes(usualOrigin))) return pieces;
  const ends = begins + usualOrigin.length;
  const made: Piece[] = [];
  let at = 0;
  for (const { text, ink } of pieces) {
    const [from, to] = [begins - at, ends - at].map((end) => Math.max(0, end)) as [number, number];
    for (const [part, isAddress] of [
      [text.slice(0, from), false],
      [from < text.length && begins >= at ? usualOrigin : '', true],
      [text.slice(to), false],
    ] as const) {
      if (part === '') continue;
      if (isAddress) made.push({ text: part, ...(ink !== undefined && { ink }) });
      else append(made, part, ink);
    }
    at += text.length;
  }
  return made;
}

/**
 * Reads a program with Shiki. All that the site renders is read by one highlighter, which the
 * package itself keeps, whoever asks for it: a page, a component or Expressive Code.
 *
 * @param lang as Shiki calls it, such as `js` or `http`
 * @returns its lines in pieces; put together, they are the code
 * @throws where Shiki has no such language
 */
export async function highlight(code: string, lang: string): Promise<Piece[][]> {
  const language = lang as BundledLanguage | SpecialLanguage;
  const highlighter = await getSingletonHighlighter({ langs: [language], themes: [theme] });
  const lines = highlighter.codeToTokensBase(code, {
    lang: language,
    theme,
    // A busy machine would otherwise give up after half a second and lose the colours without a word.
    tokenizeTimeLimit: 0,
  });
  return lines.map((line) => {
    const pieces: Piece[] = [];
    for (const { content, color } of line) {
      append(pieces, content, inkOf.get(color?.toLowerCase() ?? ''));
    }
    return withWholeAddress(pieces);
  });
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The same as HTML, to stand in a `code` element of the class `inked`. */
export async function highlightedHtml(code: string, lang: string): Promise<string> {
  const lines = await highlight(code, lang);
  return lines
    .map((pieces) =>
      pieces
        .map(({ text, ink }) =>
          ink === undefined ? escape(text) : `<${elements[ink]}>${escape(text)}</${elements[ink]}>`,
        )
        .join(''),
    )
    .join('\n');
}
