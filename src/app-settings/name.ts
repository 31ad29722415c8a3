/** As many as the portal takes. */
export const mostNameCharacters = 64;

export const nameProblems = {
  missing: 'An app needs a name.',
  long: `A name may have ${mostNameCharacters} characters at most.`,
} as const;

/**
 * Why an app may not have a name.
 *
 * @param name as it was typed
 * @returns The reason in words, or undefined where the name is good.
 */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return nameProblems.missing;
  return name.length > mostNameCharacters ? nameProblems.long : undefined;
}
