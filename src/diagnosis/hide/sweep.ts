import { isEverydayWord } from '#protocol/mask/secret-names.ts';
import { spellingsOf } from '#protocol/mask/spellings.ts';
import { cutSecrets } from './cut.ts';
import { basicPair, isHarmlessBasic, textOfBase64 } from './find/basic-pair.ts';
import { keptIn } from './find/kept.ts';
import { numberPattern } from './find/phone-number.ts';
import { alsoWithoutCarets } from './find/views.ts';
import { matcher, shortestMatched } from './matcher.ts';
import type { Span } from './spans.ts';
import type { Known } from './values.ts';

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
    // A quote within quotes of a POSIX shell.
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

const base64Runs = /(?<![\w+/=-])[\w+/-]{16,8000}={0,2}/g;
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
  const cut = cutSecrets(known, clientIds);
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
      if ((!isPair || isHarmlessBasic(run)) && !holds(run)) return [];
      return [
        { of: 'secret', kind: 'credentials', value: run, from: index, to: index + run.length },
      ];
    });

  const holds = (run: string): boolean => {
    const text = inBase64.length === 0 ? undefined : textOfBase64(run);
    return text !== undefined && inBase64.some(({ value }) => text.includes(value));
  };

  return alsoWithoutCarets((text) => {
    const guessed = [...encoded(text), ...cut(text)];
    const { ranges } = guessed.length > 0 ? keptIn(text) : { ranges: [] };
    const isKept = ({ from, to }: Span): boolean =>
      ranges.some((range) => from < range.to && to > range.from);
    return [...whole(text), ...guessed.filter((span) => !isKept(span))];
  });
}
