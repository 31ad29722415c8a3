import { languageNames } from '../../language-names.ts';

/** The languages that a request is written in: those of the quick starts, and PowerShell. */
export const codeLanguageNames = { ...languageNames, powershell: 'PowerShell' } as const;

export type CodeLanguage = keyof typeof codeLanguageNames;
export const codeLanguages = Object.keys(codeLanguageNames) as CodeLanguage[];

/** Every form in which a request can be taken away. */
export const codeFormNames = { http: 'HTTP', curl: 'curl', ...codeLanguageNames } as const;

export type CodeForm = keyof typeof codeFormNames;
export const codeForms = Object.keys(codeFormNames) as CodeForm[];
