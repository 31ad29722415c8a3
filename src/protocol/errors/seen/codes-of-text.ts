import { type FoundString, stringFinder } from '#protocol/text/string-finder.ts';
import { errorCodes, wireError } from '../codes.ts';
import { elsewhere } from './elsewhere.ts';
import { plainText } from './plain-text.ts';
import { isPublic, seenOf } from './seen.ts';
import { withoutCode } from './without-code.ts';

interface Entry {
  codes: string[];
  /** The longest stretch without a place: most texts do not even have that. */
  anchor: string;
  /** Of a text with places. */
  pattern?: RegExp;
  length: number;
}

const plain = (text: string): string => plainText(text.trim()).text.replace(/[.:]+$/, '');

/** The stretches of a text between its `<place>`s. */
const stretchesOf = (text: string): string[] => plain(text).split(/<[^<>]*>/);

/** A text with its places open: each takes up to 200 characters, and none is nested. */
function patternOf(stretches: readonly string[]): RegExp {
  const literal = stretches.map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  return new RegExp(literal.join('[^\\n]{0,200}?'), 'g');
}

function entryOf(code: string, text: string): Entry {
  const stretches = stretchesOf(text);
  const anchor = stretches.reduce((one, other) => (other.length > one.length ? other : one));
  const pattern = stretches.length > 1 ? { pattern: patternOf(stretches) } : {};
  return { codes: [code], anchor, ...pattern, length: plain(text).length };
}

function* entries(): Generator<Entry> {
  for (const code of errorCodes) {
    if (isPublic(code)) for (const { text } of seenOf(code).sightings) yield entryOf(code, text);
    yield entryOf(code, wireError(code).message);
  }
  for (const [code, { sightings }] of Object.entries(elsewhere)) {
    for (const { text } of sightings) yield entryOf(code, text);
  }
  for (const { kin, sightings } of withoutCode) {
    if (kin !== undefined) for (const { text } of sightings) yield entryOf(kin, text);
  }
}

interface Index {
  entries: Entry[];
  find: (text: string) => Generator<FoundString>;
}

const mostOfOne = 20;

/** One entry a text: several codes have the same. */
function indexed(): Index {
  const byText = new Map<string, Entry>();
  for (const entry of entries()) {
    const key = entry.pattern?.source ?? entry.anchor;
    const same = byText.get(key);
    if (same) same.codes = [...new Set([...same.codes, ...entry.codes])];
    else byText.set(key, entry);
  }
  const all = [...byText.values()];
  return {
    entries: all,
    find: stringFinder(
      all.map(({ anchor }) => anchor),
      mostOfOne,
    ),
  };
}

let index: Index | undefined;

/** A known text as it stands in another: from, up to but without, and the codes that it was sent with. */
export interface KnownText {
  codes: string[];
  from: number;
  to: number;
}

/** So far around its longest stretch may the rest of a text stand. */
const around = 600;

/** All of a text, where its longest stretch was found; undefined where the rest is another. */
function wholeAt(
  { anchor, pattern }: Entry,
  text: string,
  at: number,
): { from: number; to: number } | undefined {
  const to = at + anchor.length;
  if (!pattern) return { from: at, to };
  const start = Math.max(0, at - around);
  for (const match of text.slice(start, to + around).matchAll(pattern)) {
    const from = start + match.index;
    if (from <= at && from + match[0].length >= to) return { from, to: from + match[0].length };
  }
  return undefined;
}

/**
 * Where known texts stand in a text, whatever their year, spacing, line breaks and capitals.
 *
 * @param text of any length
 * @returns in their order; a text within a longer known one is not told: "Invalid client
 *   credentials" is not "Invalid client"
 */
export function textsIn(text: string): KnownText[] {
  index ??= indexed();
  const { entries: all, find } = index;
  const { text: subject, placeOf } = plainText(text);
  const found = [...find(subject)].flatMap(({ index: which, at }) => {
    const entry = all[which];
    const place = entry && wholeAt(entry, subject, at);
    return place ? [{ ...place, ...entry }] : [];
  });
  found.sort(
    (one, other) => one.from - other.from || other.to - one.to || other.length - one.length,
  );
  const kept: typeof found = [];
  for (const each of found) {
    const last = kept.at(-1);
    if (last?.from === each.from && last.to === each.to && last.length === each.length) {
      last.codes = [...new Set([...last.codes, ...each.codes])];
    } else if (!last || each.from >= last.to) kept.push({ ...each });
  }
  return kept.map(({ codes, from, to }) => ({
    codes,
    from: placeOf(from),
    to: placeOf(to - 1) + 1,
  }));
}

/**
 * The codes that a text was ever sent with; the text may stand within a longer one.
 *
 * @param text of an answer, an exception or a log line; read to its first 4,000 characters
 * @returns the codes whose longest text matches, each once; empty where no text is known
 */
export function codesOfText(text: string): string[] {
  const found = textsIn(text.slice(0, 4_000));
  const longest = Math.max(0, ...found.map(({ from, to }) => to - from));
  return [
    ...new Set(found.filter(({ from, to }) => to - from === longest).flatMap(({ codes }) => codes)),
  ];
}
