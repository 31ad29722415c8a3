import { type LanguageId, languageNames } from '#flows/language-names.ts';

/** Languages of which it may be one: `Python`, `PHP or C#`. */
export const languageWords = (languages: readonly LanguageId[]): string =>
  languages.map((language) => languageNames[language]).join(' or ');
