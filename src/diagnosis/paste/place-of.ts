import type { Range } from '../finding.ts';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * Where a parameter, a header or a member stands within a piece: with its value where it is written
 * as one, else where its name or text stands; the whole piece where neither does.
 *
 * @param text the paste
 * @param parameter its name on the wire, or the very text that is meant
 * @param range of the piece
 */
export function placeOf(text: string, parameter: string, range: Range): Range {
  if (parameter === '') return range;
  const within = text.slice(range.from, range.to);
  const name = escaped(parameter);
  const ways = [
    // Of an address or a form: nothing but a separator stands before it, so `code` is not `authorization_code`.
    new RegExp(String.raw`(?<=^|[?&#\s"'\x60^])${name}=[^\s&"'<>\x60^]{0,400}`, 'im'),
    // A header, or a member of JSON, of a dict or of a hash.
    new RegExp(
      String.raw`(?<![\w-])(["']?)${name}\1\s{0,3}(?::|=>)\s{0,3}(?:"[^"\n]{0,400}"|'[^'\n]{0,400}'|[^\n"',}]{0,400})`,
      'i',
    ),
    new RegExp(String.raw`(?<![\w-])${name}(?![\w-])`, 'i'),
  ];
  for (const way of ways) {
    const match = way.exec(within);
    if (!match) continue;
    const from = range.from + match.index;
    return { from, to: from + match[0].trimEnd().length };
  }
  return range;
}
