import type { LanguageId } from '#flows/language-names.ts';

/** The lesson of each quick start, which comes once its language is looked at. */
export const lessons: Readonly<Record<LanguageId, () => Promise<{ default: string }>>> = {
  node: () => import('../../../../content/quick-start/authorization-flow/node/oauth.mjs?raw'),
  php: () => import('../../../../content/quick-start/authorization-flow/php/oauth.php?raw'),
  python: () => import('../../../../content/quick-start/authorization-flow/python/oauth.py?raw'),
  ruby: () => import('../../../../content/quick-start/authorization-flow/ruby/oauth.rb?raw'),
  java: () => import('../../../../content/quick-start/authorization-flow/java/OAuth.java?raw'),
  'c-sharp': () =>
    import('../../../../content/quick-start/authorization-flow/c-sharp/OAuth.cs?raw'),
};
