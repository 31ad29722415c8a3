import { isLanguage, type LanguageId } from '#flows/language-names.ts';

/** A quick start in one of its languages. */
export interface LanguagePage {
  flow: string;
  language: LanguageId;
}

/** The language of a link that names none: the first, as on the page that the site grew from. */
export const usualLanguage: LanguageId = 'node';

/** The address of a quick start in a language. */
export const addressOf = (flow: string, language: LanguageId): string =>
  `/quick-start/${flow}/${language}/`;

/**
 * Reads the address of a quick start.
 *
 * @param path the path of an address, such as `/quick-start/password-flow/php/`
 * @returns undefined where it is another page
 */
export function languagePageAt(path: string): LanguagePage | undefined {
  const [, flow, language] = /^\/quick-start\/([^/]+)\/([^/]+)\/$/.exec(path) ?? [];
  return flow !== undefined && isLanguage(language) ? { flow, language } : undefined;
}
