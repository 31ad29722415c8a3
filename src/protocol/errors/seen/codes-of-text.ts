import { errorCodes, wireError } from '../codes.ts';
import { elsewhere } from './elsewhere.ts';
import { isPublic, seenOf } from './seen.ts';
import { withoutCode } from './without-code.ts';

interface Entry {
  code: string;
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

/** A text with its `<place>`s open: each takes up to 200 characters, and none is nested. */
function patternOf(text: string): RegExp {
  const parts = plain(text).split(/<[^<>]*>/);
  return new RegExp(
    parts.map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('[^\\n]{0,200}?'),
  );
}

function* entries(): Generator<Entry> {
  const entry = (code: string, text: string): Entry => ({
    code,
    pattern: patternOf(text),
    length: plain(text).length,
  });
  for (const code of errorCodes) {
    if (isPublic(code)) for (const { text } of seenOf(code).sightings) yield entry(code, text);
    yield entry(code, wireError(code).message);
  }
  for (const [code, { sightings }] of Object.entries(elsewhere)) {
    for (const { text } of sightings) yield entry(code, text);
  }
  for (const { kin, sightings } of withoutCode) {
    if (kin !== undefined) for (const { text } of sightings) yield entry(kin, text);
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
  const found = index.filter(({ pattern }) => pattern.test(subject));
  // The longer text holds the shorter: "Invalid client credentials" is not "Invalid client".
  const longest = Math.max(0, ...found.map(({ length }) => length));
  return [...new Set(found.filter(({ length }) => length === longest).map(({ code }) => code))];
}
