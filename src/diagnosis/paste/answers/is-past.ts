import type { Range } from '../../finding.ts';

/** A line of an older mail, as mail programs quote it. */
const quoted = /^[ \t]{0,4}>/;

/** What a sentence says of a refusal that is over. */
const over =
  /\b(?:is|are|was|has been|now)\s(?:gone|fixed|solved|resolved|over)\b|\bno longer\b|\b(?:your|the|our|my) (?:first|earlier|old|previous|last) (?:error|problem|code|message)\b|\b(?:previously|used to|last (?:week|month)|instead of|(?:not|and not|rather than)(?: the)?)\s(?:\S+ ){0,3}$|\b(?:behoben|gelöst|weg)\b|\b(?:résolu|corrigée?)\b|\b(?:resuelto|solucionado)\b/i;

/**
 * Whether a refusal is one of before: it stands in a quoted line, or its sentence says that it is
 * over. In the answer of an administrator the newer one counts.
 *
 * @param text the paste
 * @param range of the refusal
 */
export function isPast(text: string, range: Range): boolean {
  const from = text.lastIndexOf('\n', range.from - 1) + 1;
  if (quoted.test(text.slice(from, range.from + 1))) return true;
  const before = text.slice(Math.max(from, range.from - 120), range.from);
  const begin = Math.max(
    ...[...before.matchAll(/[.!?]\s|,\s(?:now|but)\s/g)].map(({ index }) => index + 2),
    0,
  );
  const [after = ''] = /^[^.!?\n]{0,80}/.exec(text.slice(range.to, range.to + 80)) ?? [];
  return (
    over.test(before.slice(begin)) || over.test(after.split(/,\s(?:now|but)\b|\bnow\b/)[0] ?? '')
  );
}
