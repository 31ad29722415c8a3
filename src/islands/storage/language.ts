import { isLanguage, type LanguageId } from '#flows/language-names.ts';
import { readText, type StorageProblem, type TextStorage, writeText } from './storage.ts';

/** One for the whole site; no secret, so it may outlive the tab. */
const key = 'authorization-flows:language';

/**
 * The language that the reader chose last, in a quick start or for the code of a request.
 *
 * @returns undefined where none was chosen, or storage is blocked
 */
export function readLanguage(
  storage: Pick<TextStorage, 'getItem'> | undefined,
): LanguageId | undefined {
  const before = readText(storage, key);
  return isLanguage(before) ? before : undefined;
}

/** Remembers a language; answers what stood in the way. */
export function writeLanguage(
  storage: TextStorage | undefined,
  language: LanguageId,
): StorageProblem | undefined {
  return writeText(storage, key, language);
}
