const mark = /^(?:\/\/|#): (.+)$/;

/**
 * One marked part of a sample, or the whole of it without its marks.
 *
 * @throws Error where the sample has no such part, so that a renamed part fails the build.
 */
export function samplePart(code: string, part?: string): string {
  let name: string | undefined;
  const kept: string[] = [];
  let found = part === undefined;
  for (const line of code.split('\n')) {
    const next = mark.exec(line)?.[1];
    if (next !== undefined) {
      name = next;
      found ||= name === part;
    } else if (part === undefined || name === part) {
      kept.push(line);
    }
  }
  if (!found) throw new Error(`The sample has no part "${part}"`);
  return kept.join('\n').trim();
}
