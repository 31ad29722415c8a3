import type { Headers } from '#protocol/exchange.ts';
import { endOfBracket, type Line, linesFrom } from '../text-scan.ts';

const headerLine = /^\s*([!#$%&'*+\-.^_`|~\dA-Za-z]{1,100}): ?(.*)$/;

/** Headers and body as they stand from a place on. */
export interface Block {
  headers: Headers;
  body?: string;
  to: number;
}

/** Lines of `name: value` from a place on; blank lines before them are skipped. */
export function headersFrom(text: string, start: number): { headers: Headers; to: number } {
  const headers: Headers = [];
  let to = start;
  for (const line of linesFrom(text, start)) {
    const [, name, value = ''] = headerLine.exec(line.text) ?? [];
    if (name === undefined) {
      if (line.text.trim() === '' && headers.length === 0) continue;
      break;
    }
    headers.push([name, value.trim()]);
    to = line.to;
  }
  return { headers, to };
}

/**
 * A body that begins at a place: an object up to its end, else up to a blank line or to a line that
 * ends it.
 */
export function bodyFrom(
  text: string,
  from: number,
  isEnd: (line: Line) => boolean = () => false,
): { body: string; to: number; isCut: boolean } {
  if (text[from] === '{') {
    const end = endOfBracket(text, from, 20_000, '"');
    const to = end ?? Math.min(text.length, from + 20_000);
    return { body: text.slice(from, to), to, isCut: end === undefined };
  }
  let to = from;
  for (const line of linesFrom(text, from)) {
    if (line.text.trim() === '' || isEnd(line)) break;
    to = line.to;
  }
  return { body: text.slice(from, to).trim(), to, isCut: false };
}
