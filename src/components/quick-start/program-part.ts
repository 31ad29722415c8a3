const mark = /^\s*(?:\/\/|#): (.+)$/;

export interface ProgramLines {
  /** The part's lines, moved to the margin, without the mark. */
  text: string;
  /** As an editor numbers them. */
  from: number;
  to: number;
}

/**
 * One marked part of a program with its place in the file: it begins at a line `//: name` or
 * `#: name` and ends at the next such line.
 *
 * @returns undefined where the program has no such part
 */
export function programPart(code: string, part: string): ProgramLines | undefined {
  const lines = code.split('\n');
  const start = lines.findIndex((line) => mark.exec(line)?.[1] === part);
  if (start < 0) return undefined;
  const next = lines.findIndex((line, at) => at > start && mark.test(line));
  let end = next < 0 ? lines.length : next;
  while (end > start + 1 && lines[end - 1]?.trim() === '') end -= 1;
  const kept = lines.slice(start + 1, end);
  const indents = kept.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const margin = Math.min(...indents);
  return {
    text: kept.map((line) => line.slice(Math.min(margin, line.search(/\S|$/)))).join('\n'),
    from: start + 2,
    to: end,
  };
}
