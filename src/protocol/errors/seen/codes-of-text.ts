import { errorCodes, wireError } from '../codes.ts';
import { elsewhere } from './elsewhere.ts';
import { isPublic, seenOf } from './seen.ts';
import { withoutCode } from './without-code.ts';

interface Entry {
  code: string;
  /** The longest stretch without a place: most texts do not even have that. */
  anchor: string;
  pattern: RegExp;
  length: number;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.:]+$/, '');

/** The stretches of a text between its `<place>`s. */
const stretchesOf = (text: string): string[] => plain(text).split(/<[^<>]*>/);

/** A text with its places open: each takes up to 200 characters, and none is nested. */
function patternOf(stretches: readonly string[]): RegExp {
  const literal = stretches.map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  return new RegExp(literal.join('[^\\n]{0,200}?'));
}

function entryOf(code: string, text: string): Entry {
  const stretches = stretchesOf(text);
  const anchor = stretches.reduce((one, other) => (other.length > one.length ? other : one));
  return { code, anchor, pattern: patternOf(stretches), length: plain(text).length };
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

let index: Entry[] | undefined;

/**
 * The codes that a text was ever sent with, whatever its year, spacing and capitals; the text may
 * stand within a longer one.
 *
 * @param text of an answer, an exception or a log line; read to its first 4,000 characters
 * @returns the codes whose longest text matches, each once; empty where no text is known
 */
export function codesOfText(text: string): string[] {
  index ??= [...entries()];
  const subject = plain(text.slice(0, 4_000));
  const found = index.filter(
    ({ anchor, pattern }) => subject.includes(anchor) && pattern.test(subject),
  );
  // The longer text holds the shorter: "Invalid client credentials" is not "Invalid client".
  const longest = Math.max(0, ...found.map(({ length }) => length));
  return [...new Set(found.filter(({ length }) => length === longest).map(({ code }) => code))];
}
