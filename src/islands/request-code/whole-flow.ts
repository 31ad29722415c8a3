import type { FlowName } from '#flows/ids.ts';
import { type CodeForm, codeLanguageNames } from '#flows/render/code/code-languages.ts';
import { isLanguage } from '#flows/language-names.ts';

/** Which quick start is a flow's whole program; an implicit one has none. */
const quickStarts: Partial<Record<FlowName, string>> = {
  'auth-code-pkce': 'authorization-flow',
  'auth-code': 'authorization-flow',
  'call-the-api': 'authorization-flow',
  'refresh-token': 'authorization-flow',
  revocation: 'authorization-flow',
  jwt: 'password-flow',
  password: 'password-flow',
};

/** Where a flow stands whole, as a program; undefined where it does not. */
export function wholeFlow(
  flow: FlowName,
  form: CodeForm,
): { href: string; label: string } | undefined {
  const page = quickStarts[flow];
  if (page === undefined) return undefined;
  if (!isLanguage(form)) {
    return { href: '/quick-start/', label: 'The whole flow as a program, in six languages' };
  }
  return {
    href: `/quick-start/${page}/${form}/`,
    label: `The whole flow as a program in ${codeLanguageNames[form]}`,
  };
}
