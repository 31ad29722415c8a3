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
  const text = samplePart(code, part);
  return { text, from: start + 2, to: start + 1 + text.split('\n').length };
}
