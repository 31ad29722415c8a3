import { looksSecret } from './secret-value.ts';
import type { Span } from './spans.ts';
import type { Known } from './values.ts';

/** So much of a secret gives it away. */
const shortest = 8;
/** What a client writes where it cut a text. */
const mark = /^(?:\.{2,}|…|["'`]?\s*(?:\(|\[|<)?(?:trunc|cut|more)|$)/i;
const isToken = (sign: string | undefined): boolean => sign !== undefined && /[\w-]/.test(sign);
/** Behind an escape, whose letters belong to it, a value begins too. */
const startsBehind = (text: string, at: number): boolean =>
  !isToken(text[at - 1]) || /%[\dA-Fa-f]{2}$|\\[nrt]$/.test(text.slice(Math.max(0, at - 3), at));

/** How far a text and a value agree from a place on, forwards or backwards. */
function agreement(text: string, at: number, value: string, step: 1 | -1): number {
  const first = step === 1 ? 0 : value.length - 1;
  let length = 0;
  while (length < value.length && text[at + step * length] === value[first + step * length]) {
    length += 1;
  }
  return length;
}

/**
 * Parts of known secrets, from their beginning or up to their end: a client cut the text, or a line.
 *
 * @param clientIds they stay, also where a secret begins with one
 */
export function cutSecrets(
  known: readonly Known[],
  clientIds: ReadonlySet<string>,
): (text: string) => Span[] {
  const secrets = known.filter(({ of, value }) => of === 'secret' && value.length > shortest);
  return (text) =>
    secrets.flatMap((one): Span[] => {
      const { of, kind, value } = one;
      const found: Span[] = [];
      const add = (from: number, to: number): void => {
        const part = text.slice(from, to);
        if (to - from === value.length || clientIds.has(part)) return;
        if (!looksSecret(part) && !mark.test(text.slice(to, to + 12))) return;
        found.push({ of, kind, value, from, to });
      };
      const start = value.slice(0, shortest);
      for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
        const to = at + agreement(text, at, value, 1);
        if (startsBehind(text, at) && !isToken(text[to])) add(at, to);
      }
      const end = value.slice(-shortest);
      for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) {
        const to = at + shortest;
        const from = to - agreement(text, to - 1, value, -1);
        if (!isToken(text[to]) && startsBehind(text, from)) add(from, to);
      }
      return found;
    });
}
