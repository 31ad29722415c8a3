/** A text without what differs from copy to copy, and where its characters stood. */
export interface PlainText {
  text: string;
  /** Where a character of the plain text stood in the one that it was made of. */
  placeOf: (at: number) => number;
}

/** In small letters as far as that keeps the length: a dotted capital I gets longer. */
function lower(text: string): string {
  const all = text.toLowerCase();
  return all.length === text.length
    ? all
    : text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * A text in small letters, with straight apostrophes, and with one space for each stretch of white
 * space: what a mail, a log or a page broke into lines is whole again.
 */
export function plainText(original: string): PlainText {
  const subject = lower(original)
    .replaceAll(/[‘’]/g, "'")
    .replaceAll('\n', ' ')
    .replaceAll('\t', ' ');
  const parts: string[] = [];
  /** Where each stretch begins, in the plain text and in the original. */
  const starts = [0];
  const places = [0];
  let from = 0;
  let length = 0;
  const cut = (to: number, next: number, joint: string): void => {
    parts.push(subject.slice(from, to), joint);
    length += to - from + joint.length;
    starts.push(length);
    places.push(next);
    from = next;
  };
  for (const { index, 0: space } of subject.matchAll(/\s\s+/g)) {
    cut(index, index + space.length, index === 0 ? '' : ' ');
  }
  parts.push(subject.slice(from));
  return {
    text: parts.join('').trimEnd(),
    placeOf: (wanted) => {
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= wanted) low = middle;
        else high = middle;
      }
      return (places[low] ?? 0) + wanted - (starts[low] ?? 0);
    },
  };
}
