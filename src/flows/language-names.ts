/** The six languages of the quick starts, by the slugs of their pages, as readers name them. */
export const languageNames = {
  node: 'JavaScript',
  php: 'PHP',
  python: 'Python',
  ruby: 'Ruby',
  java: 'Java',
  'c-sharp': 'C#',
} as const;

export type LanguageId = keyof typeof languageNames;

/** What a highlighter and the fence of a Markdown listing call each. */
export const codeNames: Readonly<Record<LanguageId, string>> = {
  node: 'js',
  php: 'php',
  python: 'python',
  ruby: 'ruby',
  java: 'java',
  'c-sharp': 'csharp',
};

export const languageIds = Object.keys(languageNames) as LanguageId[];

/** Whether a text is the slug of one of them. */
export const isLanguage = (slug: string | null | undefined): slug is LanguageId =>
  Object.hasOwn(languageNames, slug ?? '');
