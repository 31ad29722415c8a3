/** Shorter texts are not looked for: they may be any word. */
export const shortestMatched = 4;
/** From here on a text cannot be part of an ordinary word. */
const longEnoughToBeAlone = 16;

/** A place where one of the texts stands. */
export interface Match<Of> {
  from: number;
  to: number;
  of: Of;
}

const isWord = (sign: string | undefined): boolean =>
  sign !== undefined && /[A-Za-z0-9_]/.test(sign);

/** A short one stands alone, or behind an escape whose letters belong to it: `%3D`, `\n`. */
function isAlone(text: string, from: number, to: number): boolean {
  if (isWord(text[to])) return false;
  return (
    !isWord(text[from - 1]) ||
    /%[\dA-Fa-f]{2}$/.test(text.slice(Math.max(0, from - 3), from)) ||
    /\\[nrt]$/.test(text.slice(Math.max(0, from - 2), from))
  );
}

const pairAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 0xff) << 8) | (text.charCodeAt(at + 1) & 0xff);

/**
 * Looks for many texts at once. A pattern of all of them would grow with them beyond what an engine
 * takes; here each place of a text is asked by its first characters.
 *
 * @returns the places in a text, the longest where several begin at one
 */
export function matcher<Of>(texts: ReadonlyMap<string, Of>): (text: string) => Match<Of>[] {
  const byStart = new Map<string, string[]>();
  /** By the first two characters, their low octets: most places of a text are left at once. */
  const canBegin = new Uint8Array(65_536);
  for (const text of texts.keys()) {
    if (text.length < shortestMatched) continue;
    const start = text.slice(0, shortestMatched);
    canBegin[pairAt(start, 0)] = 1;
    const others = byStart.get(start);
    if (others) others.push(text);
    else byStart.set(start, [text]);
  }
  for (const others of byStart.values()) others.sort((one, other) => other.length - one.length);

  return (text) => {
    const found: Match<Of>[] = [];
    if (byStart.size === 0) return found;
    for (let from = 0; from <= text.length - shortestMatched; from += 1) {
      if (canBegin[pairAt(text, from)] === 0) continue;
      const others = byStart.get(text.slice(from, from + shortestMatched));
      const one = others?.find(
        (each) =>
          text.startsWith(each, from) &&
          (each.length >= longEnoughToBeAlone || isAlone(text, from, from + each.length)),
      );
      if (one === undefined) continue;
      found.push({ from, to: from + one.length, of: texts.get(one) as Of });
      from += one.length - 1;
    }
    return found;
  };
}
