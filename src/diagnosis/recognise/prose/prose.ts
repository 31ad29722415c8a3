import type { Piece, Word } from '../known-parts.ts';
import { patterns } from './patterns.ts';
import { endOfBracket } from '../text-scan.ts';
import { topics } from './topics.ts';

/** A mail is read to here; what is longer is a log. */
const longest = 10_000;

const stopWords: readonly [NonNullable<Piece['language']>, RegExp][] = [
  ['de', /\b(?:und|nicht|der|die|das|wir|ist|mit|seit|nach|einer|unser|wird|ergibt|aus)\b/gi],
  ['es', /\b(?:el|los|las|una|que|para|desde|nos|con|qué|hay|esta|está|sale|del|misma)\b/gi],
  ['fr', /\b(?:le|les|des|une|est|nous|notre|vous|avec|avant|pas|merci|toutes|vient|répond)\b/gi],
];
const english = /\b(?:the|is|and|we|to|it|of|in|with|not|after|our|on|for|a)\b/gi;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The language of a text, as far as its script and its commonest words tell; undefined for English. */
export function languageOf(text: string): Piece['language'] {
  if (/[\u3040-\u30ff]/.test(text)) return 'ja';
  if (count(text, /[а-яё]/gi) > 10) return 'ru';
  if (
    count(
      text,
      /[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u4e00-\u9fff\uac00-\ud7af\u0370-\u03ff]/g,
    ) > 5
  ) {
    return 'other';
  }
  const [best, second] = stopWords
    .map(([language, words]): [Piece['language'], number] => [language, count(text, words)])
    .sort((one, other) => other[1] - one[1]);
  const most = best?.[1] ?? 0;
  return most >= 2 && most > (second?.[1] ?? 0) && most > count(text, english)
    ? best?.[0]
    : undefined;
}

const mostObjects = 50;

/** The text with whole JSON objects as spaces: what a server says in one is nobody's sentence. */
function withoutObjects(text: string): string {
  let rest = text;
  let tries = 0;
  for (const { index } of text.matchAll(/\{\s{0,80}"/g)) {
    tries += 1;
    if (tries > mostObjects) break;
    if (rest[index] !== '{') continue;
    const end = endOfBracket(text, index, text.length, '"');
    if (end === undefined) continue;
    rest = rest.slice(0, index) + ' '.repeat(end - index) + rest.slice(end);
  }
  return rest;
}

/** At least three words of letters in a row: a sentence, not what is left of a dump. */
const sentence =
  /(?<!\p{L})\p{L}{2,30}[\s,'’-]{1,3}\p{L}{1,30}[\s,'’-]{1,3}\p{L}{2,30}|[\u3040-\u30ff]{4}/u;

/**
 * What somebody tells in words beside what they copied: the words that matter, each with its place.
 *
 * @param rest the text with what other readers took as spaces, so that places stay
 * @returns one piece from the first sentence to the last; none where nothing is told in words
 */
export function proseIn(rest: string): Piece[] {
  const subject = withoutObjects(rest).slice(0, longest);
  if (!sentence.test(subject)) return [];
  const words = topics.flatMap((topic): Word[] => {
    const match = patterns[topic].exec(subject);
    return match
      ? [{ topic, range: { from: match.index, to: match.index + match[0].length } }]
      : [];
  });
  words.sort((one, other) => one.range.from - other.range.from);
  const from = subject.search(/\S/);
  const language = languageOf(subject);
  return [
    {
      form: 'prose',
      range: { from, to: subject.trimEnd().length },
      unknown: ['request', 'response'],
      codes: [],
      words,
      ...(language === undefined ? {} : { language }),
    },
  ];
}
