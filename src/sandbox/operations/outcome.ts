import { type Source, sources } from '#app-settings/sources.ts';
import { type ErrorCode, isErrorCode, wireError } from '#protocol/errors/codes.ts';
import { isPublic, seenOf } from '#protocol/errors/seen/seen.ts';
import { sightingSource } from '#protocol/errors/seen/sources.ts';
import { recordedAnswer } from '#protocol/recorded/answers.ts';

/** One way in which an operation ends. */
export interface Outcome {
  /** An error code of the catalogue, or a word for what succeeded. */
  of: string;
  /** What the answer is, where it is no error of the catalogue. */
  says?: string;
  /** The answers of RingCentral to this very case, by their ids. */
  recorded?: readonly string[];
  /** Texts of RingCentral, or about it, that show the case; of a code the catalogue has its own. */
  documents?: readonly (keyof typeof sources)[];
}

/** A text that an outcome rests on. */
export interface Witness extends Source {
  when?: string;
}

/**
 * What an outcome rests on: somebody kept RingCentral's answer; a text of RingCentral's, of its SDKs
 * or of people who met it shows the case; or nothing, and the sandbox's answer is a guess.
 */
export type Rests =
  | { on: 'recorded'; by: readonly Witness[] }
  | { on: 'documents'; by: readonly Witness[] }
  | { on: 'guess' };

/** Whether an answer itself was kept: an article, a mock or a changelog tells of one. */
const isKept = (evidence: string): boolean =>
  /^(recorded|live probe|measurement|decoded)/.test(evidence);

const ofDocument = (key: keyof typeof sources): Witness => sources[key];

function ofAnswer(id: string): { witness: Witness; isKept: boolean } {
  const { source, evidence } = recordedAnswer(id);
  const { label, url, date } = source;
  return {
    witness: { label, when: date, ...(url !== undefined && { href: url }) },
    isKept: isKept(evidence),
  };
}

/** Where the catalogue has a code from: the texts that it was seen in. */
function ofCode(code: ErrorCode): Witness[] {
  if (!isPublic(code)) return [];
  const keys = new Set(seenOf(code).sightings.map(({ by }) => by));
  return [...keys].map((key) => sightingSource(key));
}

const once = (witnesses: readonly Witness[]): Witness[] => [
  ...new Map(witnesses.map((one) => [one.href ?? one.label, one])).values(),
];

/** What an outcome rests on. */
export function restsOn({ of, recorded = [], documents = [] }: Outcome): Rests {
  const answers = recorded.map(ofAnswer);
  const kept = answers.filter((each) => each.isKept).map(({ witness }) => witness);
  if (kept.length > 0) return { on: 'recorded', by: once(kept) };
  const told = [
    ...answers.map(({ witness }) => witness),
    ...documents.map(ofDocument),
    ...(isErrorCode(of) ? ofCode(of) : []),
  ];
  return told.length > 0 ? { on: 'documents', by: once(told) } : { on: 'guess' };
}

/** What an outcome is, in a few words. */
export const wordsOf = ({ of, says }: Outcome): string =>
  says ?? (isErrorCode(of) ? wireError(of).message : of);
