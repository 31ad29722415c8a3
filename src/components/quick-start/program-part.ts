import { mark, samplePart } from '../guide/sample-part.ts';

export interface ProgramLines {
  /** The part's lines, moved to the margin, without the mark. */
  text: string;
  /** As an editor numbers them. */
  from: number;
  to: number;
}

/**
 * One marked part of a program with its place in the file.
 *
 * @returns undefined where the program has no such part
 */
export function programPart(code: string, part: string): ProgramLines | undefined {
  const lines = code.split('\n');
  const start = lines.findIndex((line) => mark.exec(line)?.[1] === part);
  if (start < 0) return undefined;
  const next = lines.findIndex((line, at) => at > start && mark.test(line));
  const end = lines
    .slice(0, next < 0 ? undefined : next)
    .findLastIndex((line) => line.trim() !== '');
  return { text: samplePart(code, part), from: start + 2, to: end + 1 };
}
