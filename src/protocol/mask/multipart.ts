import type { Labels } from './ledger.ts';
import { secretKind } from './secret-names.ts';

const nameOfPart = /^content-disposition:[^\r\n]*\bname="?([^";\r\n]*)/i;

/**
 * Masks the secrets of a multipart body, line by line: a part's value is all that stands between
 * the empty line under its header fields and the next boundary.
 *
 * @returns undefined when the text is no multipart body
 */
export function maskMultipart(text: string, ledger: Labels): string | undefined {
  const boundary = /^\s*(--[^\r\n]+)\r?\n/.exec(text)?.[1]?.trimEnd();
  if (boundary === undefined || !/content-disposition:/i.test(text)) return undefined;
  const written: string[] = [];
  let kind: string | undefined;
  let value: string[] | undefined;
  const end = (): void => {
    if (!value) return;
    const whole = value.join('\n');
    const carriage = whole.endsWith('\r') ? '\r' : '';
    const bare = carriage ? whole.slice(0, -1) : whole;
    written.push((kind === undefined ? bare : ledger.mask(kind, bare)) + carriage);
    value = undefined;
  };
  for (const line of text.split('\n')) {
    if (line.startsWith(boundary)) {
      end();
      kind = undefined;
      written.push(line);
    } else if (value) value.push(line);
    else {
      const name = nameOfPart.exec(line)?.[1];
      if (name !== undefined) kind = secretKind(name);
      written.push(line);
      if (line.trim() === '') value = [];
    }
  }
  end();
  return written.join('\n');
}
