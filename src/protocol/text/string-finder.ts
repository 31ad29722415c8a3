/** A string that was found: which of them, and where. */
export interface FoundString {
  index: number;
  at: number;
}

const size = 1 << 14;

/** Of the first four characters; a shorter string is found by no finder. */
const keyAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2)) * 31 +
  text.charCodeAt(at + 3);

/**
 * Looks for many strings in one walk through a text: each place costs a look at four characters,
 * however many strings there are.
 *
 * @param strings of four characters or more
 * @param most so often is each of them told
 * @returns what finds them, in the order of the text
 */
export function stringFinder(
  strings: readonly string[],
  most: number,
): (text: string) => Generator<FoundString> {
  const mayBegin = new Uint8Array(size);
  const byKey = new Map<number, number[]>();
  for (const [index, each] of strings.entries()) {
    const key = keyAt(each, 0);
    mayBegin[key % size] = 1;
    byKey.set(key, [...(byKey.get(key) ?? []), index]);
  }
  return function* find(text) {
    const counts = new Uint16Array(strings.length);
    for (let at = 0; at + 3 < text.length; at += 1) {
      const key = keyAt(text, at);
      if (mayBegin[key % size] === 0) continue;
      for (const index of byKey.get(key) ?? []) {
        const count = counts[index] ?? 0;
        if (count >= most || !text.startsWith(strings[index] ?? '', at)) continue;
        counts[index] = count + 1;
        yield { index, at };
      }
    }
  };
}
