import { looksSecret } from './secret-value.ts';
import type { Span } from './spans.ts';
import type { Known } from './values.ts';

/** So much of a secret gives it away. */
const shortest = 8;
/** So many signs of one text are compared: one that is made of beginnings costs no more. */
const mostCompared = 2_000_000;
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

const special = /[.*+?^${}()|[\]\\/-]/g;

/** Secrets by a stretch of each, and one pattern for all stretches. */
function byStretch(
  secrets: readonly Known[],
  stretchOf: (value: string) => string,
): { pattern: RegExp; secretsWith: (stretch: string) => readonly Known[] } {
  const stretches = new Map<string, Known[]>();
  for (const one of secrets) {
    const stretch = stretchOf(one.value);
    stretches.set(stretch, stretches.get(stretch) ?? []);
    stretches.get(stretch)?.push(one);
  }
  const parts = [...stretches.keys()].map((stretch) => stretch.replaceAll(special, '\\$&'));
  return {
    pattern: new RegExp(parts.join('|'), 'g'),
    secretsWith: (stretch) => stretches.get(stretch) ?? [],
  };
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
  if (secrets.length === 0) return () => [];
  const starts = byStretch(secrets, (value) => value.slice(0, shortest));
  const ends = byStretch(secrets, (value) => value.slice(-shortest));
  return (text) => {
    const found: Span[] = [];
    let compared = 0;
    const agree = (at: number, value: string, step: 1 | -1): number => {
      const length = agreement(text, at, value, step);
      compared += length;
      return length;
    };
    const add = ({ of, kind, value }: Known, from: number, to: number): void => {
      const part = text.slice(from, to);
      if (to - from === value.length || clientIds.has(part)) return;
      if (!startsBehind(text, from) || isToken(text[to])) return;
      if (!looksSecret(part) && !mark.test(text.slice(to, to + 12))) return;
      found.push({ of, kind, value, from, to });
    };
    for (const { index, 0: stretch } of text.matchAll(starts.pattern)) {
      if (compared > mostCompared) break;
      for (const one of starts.secretsWith(stretch)) {
        add(one, index, index + agree(index, one.value, 1));
      }
    }
    for (const { index, 0: stretch } of text.matchAll(ends.pattern)) {
      if (compared > 2 * mostCompared) break;
      const to = index + stretch.length;
      for (const one of ends.secretsWith(stretch)) {
        add(one, to - agree(to - 1, one.value, -1), to);
      }
    }
    return found;
  };
}
