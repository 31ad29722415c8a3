/** A text as it stands in a mail: names lose the backticks that set them as code on a page. */
export const plain = (text: string): string => text.replaceAll('`', '').replace(/\s+/g, ' ').trim();

/** A title without the rule of this site that it rests on, "(X12)": it says nothing to who gets a reply. */
export const withoutRule = (title: string): string =>
  title.replace(/ \((?:[XM]\d+|LINT-\d+|AS-\d+)\)/g, '');

/** A text with a full stop at its end, where it has no mark of its own. */
export const ended = (text: string): string =>
  text === '' || /[.!?:…]["”)]?$/.test(text) ? text : `${text}.`;

/** A sentence of a mail. */
export const asSentence = (text: string): string => ended(plain(text));

/** The sentences of a text; one ends where a mark is followed by a space and a capital. */
export function sentencesOf(text: string): string[] {
  return text
    .trim()
    .split(/(?<=[.!?]["”)]?)\s+(?=["“(`]?[A-Z0-9])/)
    .filter((sentence) => sentence !== '');
}

/** The first sentences of a text, so many at most. */
export const firstOf = (text: string, most: number): string =>
  sentencesOf(text).slice(0, most).map(asSentence).join(' ');

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
