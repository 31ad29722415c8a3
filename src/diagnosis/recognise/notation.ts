import { jsonrepair } from 'jsonrepair';

export type Members = Record<string, unknown>;

/** The members of an object; undefined for what is none. */
export const members = (value: unknown): Members | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Members)
    : undefined;

/** What Ruby, Python and Node.js write where JSON has a word, or none. */
const asJson = (text: string): string =>
  text
    .replaceAll(/(?:\b[A-Z]\w{1,40} )?\[[A-Z][A-Za-z: ]{1,40}\] ?(?=[{[])/g, '')
    .replaceAll(/\[(?:Array|Object|Circular \*\d|Function[^\]\n]{0,60}|Getter)\]/g, 'null')
    .replaceAll(/\b[A-Z]\w{1,40} \{/g, '{')
    .replaceAll(/:(\w{1,60})\s?=>/g, '"$1":')
    .replaceAll('=>', ':')
    .replaceAll(/\bnil\b|\bNone\b/g, 'null')
    .replaceAll(/\bTrue\b/g, 'true')
    .replaceAll(/\bFalse\b/g, 'false');

/** So many characters are still repaired: a repair costs a hundred times a parse. */
export interface Budget {
  left: number;
}

/** What one reader may repair in one text. */
export const newBudget = (): Budget => ({ left: 24_000 });

/**
 * Reads an object in whatever notation it was printed: JSON, cut or quoted anew, a dict of Python,
 * a hash of Ruby, what Node.js prints.
 *
 * @param budget what a repair takes its length from; left out, none is tried
 * @returns undefined where it is no object
 */
export function readObject(text: string, budget?: Budget): Members | undefined {
  try {
    return members(JSON.parse(text));
  } catch {
    if (!budget || budget.left < text.length) return undefined;
    budget.left -= text.length;
    try {
      return members(JSON.parse(jsonrepair(asJson(text))));
    } catch {
      return undefined;
    }
  }
}
