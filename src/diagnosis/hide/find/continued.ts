import { looksSecret } from '../secret-value.ts';
import type { Span } from '../spans.ts';

/** A line that ends within a value: a mail's soft break, a shell's backslash, a folded header. */
const softBreak =
  /(?:=|\\|`)?[ \t]{0,4}\n(?<indent>[ \t]{0,40})(?<rest>[\w.~+/-]{8,4000})(?=={0,2}["'`,;)\]}]*(?:\n|$))/y;
const isOpenQuote = (text: string, from: number): boolean => /["'`]/.test(text[from - 1] ?? '');

/**
 * Secrets with their second line, where a mail, a terminal or a header broke them: the next line is one
 * run that looks like a secret, and something says that it goes on.
 */
export function continued(text: string, spans: readonly Span[]): Span[] {
  return spans.flatMap((span): Span[] => {
    if (span.of !== 'secret') return [];
    softBreak.lastIndex = span.to - (/[=\\]$/.test(text.slice(span.from, span.to)) ? 1 : 0);
    const match = softBreak.exec(text);
    const { indent = '', rest = '' } = match?.groups ?? {};
    if (!match || !looksSecret(rest)) return [];
    const lineStart = text.lastIndexOf('\n', span.from - 1) + 1;
    const ownIndent = /^[ \t]*/.exec(text.slice(lineStart, span.from))?.[0].length ?? 0;
    const saysSo = /^[=\\`]/.test(match[0]) || indent.length > ownIndent;
    if (!saysSo && !isOpenQuote(text, span.from)) return [];
    const to = softBreak.lastIndex;
    return [{ ...span, from: to - rest.length, to, value: rest }];
  });
}
