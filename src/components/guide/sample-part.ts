/** The line that begins a part; its name is the first group. */
export const mark = /^\s*(?:\/\/|#): (.+)$/;

/** Moves lines to the left by what all of them are indented. */
function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map(indentOf);
  const least = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(least));
}

const indentOf = (line: string) => line.length - line.trimStart().length;

/** Without the line that closes what the part stands in, such as the class whose last part it is. */
function withoutOuterEnd(lines: readonly string[]): readonly string[] {
  const at = lines.findLastIndex((line) => line.trim() !== '');
  const last = lines[at] ?? '';
  const before = lines.slice(0, at).filter((line) => line.trim() !== '');
  const closes = /^(?:\}|end)$/.test(last.trim());
  return closes && before.length > 0 && before.every((line) => indentOf(line) > indentOf(last))
    ? lines.slice(0, at)
    : lines;
}

/**
 * One marked part of a sample, or the whole of it without its marks. A part that stands
 * inside a class comes without that indent.
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
  return (part === undefined ? kept : dedent(withoutOuterEnd(kept))).join('\n').trim();
}
