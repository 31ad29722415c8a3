import { isEverydayWord } from '#protocol/mask/secret-names.ts';
import { spellingsOf } from '#protocol/mask/spellings.ts';
import { basicPair, textOfBase64 } from './find/credentials.ts';
import { keptIn } from './find/kept.ts';
import { numberPattern } from './find/phone-number.ts';
import { matcher, shortestMatched } from './matcher.ts';
import { looksSecret } from './secret-value.ts';
import type { Span } from './spans.ts';
import type { Known } from './values.ts';

/** So much of a secret that was cut off gives it away. */
const shortestCut = 8;

const isPlain = (value: string): boolean => /^[\w.-]*$/.test(value);

const unicodeEscaped = (value: string, upper: boolean): string =>
  value.replaceAll(/[^\w .:,;\-/()]/g, (sign) => {
    const hex = sign.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${upper ? hex.toUpperCase() : hex}`;
  });
const jsonEscaped = (value: string): string => JSON.stringify(value).slice(1, -1);
const percent = (value: string): string => {
  try {
    return encodeURIComponent(value);
  } catch {
    return value;
  }
};

/** Every way to write a value that forms, JSON within JSON, shells and pages have. */
function allSpellings(value: string): string[] {
  if (isPlain(value)) return [value];
  const encoded = percent(value);
  return [
    ...spellingsOf(value),
    percent(encoded),
    jsonEscaped(jsonEscaped(value)),
    value.replaceAll('/', '\\/'),
    unicodeEscaped(value, false),
    unicodeEscaped(value, true),
    // Windows' shell, and a quote within quotes of a POSIX shell.
    value.replaceAll(/[^\w\s\-:=+~'/.,?;()*`]/g, '^$&'),
    value.replaceAll("'", String.raw`'\''`),
  ];
}

const base64 = (text: string): string | undefined => {
  try {
    return btoa(text).replace(/=+$/, '');
  } catch {
    return undefined;
  }
};

const runs = /[\w\-+/=.~%]{8,}/g;
const base64Runs = /(?<![\w+/=-])[\w+/-]{16,8000}={0,2}/g;
/** What a client writes where it cut a text. */
const cutMark = /^(?:\.{2,}|…|["'`]?\s*(?:\(|\[|<)?(?:trunc|cut|more|$))/i;

/** Secrets by their first and last characters: a text that was cut holds a part of one. */
function endsOf(known: readonly Known[]): Map<string, Known[]> {
  const ends = new Map<string, Known[]>();
  for (const one of known) {
    if (one.of !== 'secret' || one.value.length <= shortestCut) continue;
    const keys = new Set([one.value.slice(0, shortestCut), one.value.slice(-shortestCut)]);
    for (const key of keys) {
      const before = ends.get(key);
      if (before) before.push(one);
      else ends.set(key, [one]);
    }
  }
  return ends;
}

/**
 * Looks for values that are known, wherever they stand and however they are spelled: whole, within
 * base64, cut off, a phone number in other groups.
 *
 * @param clientIds they stay, also where a secret begins with one
 */
export function sweeper(
  all: Iterable<Known>,
  clientIds: ReadonlySet<string>,
): (text: string) => Span[] {
  const known = [...all];
  const spelled = new Map<string, Known>();
  const add = (spelling: string, one: Known): void => {
    if (!spelled.has(spelling)) spelled.set(spelling, one);
  };
  const numbers: Known[] = [];
  for (const one of known) {
    if (one.kind === 'phone_number') numbers.push(one);
    // Who takes `password` for a password hides nothing, and the word stands everywhere.
    if (one.value.length < shortestMatched || isEverydayWord(one.value)) continue;
    const spellings =
      one.of === 'body' ? [one.value, jsonEscaped(one.value)] : allSpellings(one.value);
    for (const spelling of spellings) add(spelling, one);
    if (one.kind !== 'client_secret' && one.kind !== 'password') continue;
    for (const id of clientIds) {
      const pair = base64(`${id}:${one.value}`);
      if (pair !== undefined) add(pair, { ...one, kind: 'credentials', value: pair });
    }
  }
  const places = matcher(spelled);
  const phones = numberPattern(numbers.map(({ value }) => value));
  const ends = endsOf(known);
  const inBase64 = known.filter(({ of, value }) => of !== 'body' && value.length >= 6);

  const whole = (text: string): Span[] => {
    const found = places(text).map(({ from, to, of: { of, kind, value } }): Span => ({
      of,
      kind,
      value,
      from,
      to,
    }));
    for (const { index, 0: value } of phones ? text.matchAll(phones) : []) {
      const from = index + value.search(/[+%\d(&\\]/);
      found.push({ of: 'person', kind: 'phone_number', value, from, to: index + value.length });
    }
    return found;
  };

  const encoded = (text: string): Span[] =>
    [...text.matchAll(base64Runs)].flatMap(({ index, 0: run }): Span[] => {
      const pair = basicPair(run);
      const isPair =
        pair !== undefined &&
        /^[\x21-\x7e]{3,}:[\x20-\x7e]{4,}\s*$/.test(`${pair.id}:${pair.secret}`);
      if (!isPair && !holds(run)) return [];
      return [
        { of: 'secret', kind: 'credentials', value: run, from: index, to: index + run.length },
      ];
    });

  const holds = (run: string): boolean => {
    const text = inBase64.length === 0 ? undefined : textOfBase64(run);
    return text !== undefined && inBase64.some(({ value }) => text.includes(value));
  };

  const cut = (text: string): Span[] => {
    if (ends.size === 0) return [];
    return [...text.matchAll(runs)].flatMap(({ index, 0: raw }): Span[] => {
      const run = raw.replace(/[.=]+$/, '').replace(/^[=./]+/, '');
      const from = index + raw.indexOf(run);
      const candidates = [
        ...(ends.get(run.slice(0, shortestCut)) ?? []),
        ...(ends.get(run.slice(-shortestCut)) ?? []),
      ];
      const one = candidates.find(
        ({ value }) => value !== run && (value.startsWith(run) || value.endsWith(run)),
      );
      if (!one || clientIds.has(run)) return [];
      const isCut =
        looksSecret(run) || cutMark.test(text.slice(from + run.length, from + run.length + 12));
      return isCut ? [{ ...one, from, to: from + run.length }] : [];
    });
  };

  return (text) => {
    const guessed = [...encoded(text), ...cut(text)];
    const { ranges } = guessed.length > 0 ? keptIn(text) : { ranges: [] };
    const isKept = ({ from, to }: Span): boolean =>
      ranges.some((range) => from < range.to && to > range.from);
    return [...whole(text), ...guessed.filter((span) => !isKept(span))];
  };
}
