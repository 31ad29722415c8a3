import { languages, type Language } from './languages.ts';

/**
 * The language of a slug.
 * @throws Error where there is none, so that a misspelt page fails the build
 */
export function languageOf(slug: string): Language {
  const found = languages.find((language) => language.slug === slug);
  if (!found) throw new Error(`There is no language ${slug}`);
  return found;
}
