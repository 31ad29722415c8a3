import { isLanguage } from '#flows/language-names.ts';
import { readLanguage, writeLanguage } from '#islands/storage/language.ts';
import { readText, type TextStorage, writeText } from '#islands/storage/storage.ts';

/**
 * The tab that was chosen last. Where that was a program, the language chosen last, wherever that was.
 *
 * @param tabs the ids that there are
 */
export function rememberedTab(
  storage: TextStorage | undefined,
  key: string,
  tabs: readonly string[],
): string | undefined {
  const before = readText(storage, key);
  const wanted = isLanguage(before) ? (readLanguage(storage) ?? before) : before;
  return tabs.find((id) => id === wanted);
}

/** Remembers a tab; a language is the reader's from then on. Where nothing can be stored, nothing is. */
export function rememberTab(storage: TextStorage | undefined, key: string, tab: string): void {
  writeText(storage, key, tab);
  if (isLanguage(tab)) writeLanguage(storage, tab);
}
