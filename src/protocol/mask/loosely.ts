import type { Labels } from './ledger.ts';
import { isEverydayWord, secretKind } from './secret-names.ts';

/** A name, what ties it to a value, and the value: `client_secret=abc`, `"code": "abc"`, `token => 'abc'`. */
const assignment =
  /(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9_.[\]-]{0,63})(["'\]]{0,3}\s{0,4}(?:=>|=|:|%3D|%3A)\s{0,4}["']?)((?:(?:Bearer|Basic)\s+)?[^\s"'&<>;,]+)/gi;
const scheme = /^(?:Bearer|Basic)\s+/i;

/**
 * Text of no known form: whatever stands after a secret's name.
 *
 * @param prose the text is a sentence, in which `Wrong code: it has expired` names no secret
 */
export function maskLoosely(text: string, ledger: Labels, { prose = false } = {}): string {
  if (!/[=:]|%3[AD]/i.test(text)) return text;
  return text.replaceAll(assignment, (whole, name: string, tie: string, value: string) => {
    const kind = secretKind(name);
    if (kind === undefined) return whole;
    if (prose && isEverydayWord(name) && !tie.includes('=')) return whole;
    const spoken = scheme.exec(value)?.[0] ?? '';
    return name + tie + spoken + ledger.mask(kind, value.slice(spoken.length));
  });
}
